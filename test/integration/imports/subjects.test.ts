/** What rooms declare for the importer: every field can be mapped, every remark has its words. */
import { describe, expect } from 'vitest'
import { rooms } from '#app/composition/register.server.ts'
import { commonIssues } from '#app/platform/imports/batch.ts'
import { knownSubjects } from '#app/platform/imports/subject.ts'
import { test } from '#test/harness/db.ts'

const words = Object.assign({}, ...rooms().map((room) => room.words['zh-CN'])) as Record<string, string>

test('there are subjects, each called otherwise', () => {
  const names = knownSubjects().map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['staff', 'organisations', 'hours', 'pay']))
  expect(new Set(names).size).toBe(names.length)
})

describe.each(knownSubjects())('$name', ({ load }) => {
  // Some make their fields of what the database holds.
  test('has every field in exactly one group, what is needed in the first ones', async ({ db: _ }) => {
    const subject = await load()
    const keys = Object.keys(subject.fields)
    const grouped = subject.groups.flatMap(({ fields }) => fields)
    expect([...grouped].sort()).toEqual([...keys].sort())
    const first = subject.groups.slice(0, 2).flatMap(({ fields }) => fields)
    expect(subject.required.flat().filter((key) => !first.includes(key))).toEqual([])
    expect(subject.keys.fields.filter((key) => !keys.includes(key))).toEqual([])
  })

  test('has words for every field, tick and remark', async ({ db: _ }) => {
    const subject = await load()
    const named = [
      ...Object.values(subject.fields).flatMap(({ label }) => (typeof label === 'string' ? [label] : [])),
      ...subject.ticks.flatMap(({ label, hint }) => [label, hint]),
      ...[...commonIssues, ...subject.issues].flatMap((code) => [
        `import.issue_${code}`,
        `imports.kind_${code}`,
      ]),
    ]
    expect(named.filter((key) => words[key] === undefined)).toEqual([])
  })

  test('maps only its own fields by the profiles that come with it', async ({ db: _ }) => {
    const subject = await load()
    const keys = Object.keys(subject.fields)
    const mapped = subject.profiles.flatMap(({ mapping }) => Object.keys(mapping))
    expect(mapped.filter((key) => !keys.includes(key))).toEqual([])
  })
})
