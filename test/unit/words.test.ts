/** Every text is in both languages, with the same values in it, and stands in a room's words, not in a page. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { messagesEn } from '#app/messages.en.ts'
import { messagesZhCN } from '#app/messages.zh-CN.ts'
import { importRemarksEn } from '#app/modules/registry/import/remarks.en.ts'
import { importRemarksZhCN } from '#app/modules/registry/import/remarks.zh-CN.ts'
import { auditActsEn } from '#app/platform/audit/acts.en.ts'
import { auditActsZhCN } from '#app/platform/audit/acts.zh-CN.ts'
import { registerWords, translator } from '#app/platform/i18n/translate.ts'

const chinese: Record<string, string> = { ...messagesZhCN, ...importRemarksZhCN, ...auditActsZhCN }
const english: Record<string, string> = { ...messagesEn, ...importRemarksEn, ...auditActsEn }

const han = /\p{Script=Han}/u
const namesIn = (text = '') => [...new Set(text.match(/{{\w+}}/g))].sort()
const plain = (key: string) => key.replace(/_one$/, '')

test('each key has words in both languages; only English has a singular of its own', () => {
  const keys = (words: Record<string, string>) => [...new Set(Object.keys(words).map(plain))].sort()
  expect(keys(english)).toEqual(keys(chinese))
  for (const [key, text] of Object.entries({ ...chinese, ...english }))
    expect([key, text]).not.toEqual([key, ''])
})

test('the same values stand in both', () => {
  const differing = Object.keys(chinese).filter(
    (key) => namesIn(chinese[key]).join() !== namesIn(english[key]).join(),
  )
  expect(differing).toEqual([])
})

test('no page holds a Chinese text of its own', () => {
  const root = path.resolve(import.meta.dirname, '../../app')
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.tsx'))
  expect(pages.length).toBeGreaterThan(50)
  const withText = pages.filter((one) => {
    const code = readFileSync(path.join(root, one), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    return han.test(code)
  })
  expect(withText).toEqual([])
})

test('a word takes its values as text, its singular for one, and an unknown key shows itself', () => {
  registerWords('en', {
    'test.people': '{{count}} people of {{place}}',
    'test.people_one': 'One of {{place}}',
  })
  const t = translator('en') as (key: string, values?: Record<string, string | number>) => string
  expect(t('test.people', { count: 2, place: '{{count}} $& <b>' })).toBe('2 people of {{count}} $& <b>')
  expect(t('test.people', { count: 1, place: 'it' })).toBe('One of it')
  expect(t('test.people', {})).toBe(' people of ')
  expect(t('test.unknown')).toBe('test.unknown')
})
