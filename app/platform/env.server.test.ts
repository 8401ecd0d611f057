/** Each wrong setting is told by its name and with a reason, never by its value, which may be a password. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSettings, SettingsError } from './env.server.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'shizi-env-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const key = Buffer.alloc(32, 7).toString('base64')

/** The lines under the heading, one a setting. */
function refusalOf(source: Record<string, string>): string[] {
  try {
    readSettings({ DATA_KEY: key, ...source })
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const [heading, ...lines] = error.message.split('\n')
    expect(heading).toBe('Wrong settings 环境变量有误:')
    return lines.map((line) => line.trim())
  }
  return []
}

describe('a wrong setting', () => {
  test.each([
    ['NODE_ENV', 'staging'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', ' '],
    ['PORT', '0x50'],
    ['DATABASE_URL', 'mysql://user:geheim@127.0.0.1/shizi'],
    ['DATABASE_URL', 'postgresql://user:geheim@[/shizi'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', 'many'],
    ['PUBLIC_URL', 'shizi.example'],
    ['PUBLIC_URL', 'ftp://shizi.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATA_KEY', 'geheim'],
    ['DATA_KEY', Buffer.alloc(31).toString('base64')],
    ['DATA_KEY', Buffer.alloc(32).toString('hex')],
    ['DATA_KEY', `${key.slice(0, 20)} * ${key.slice(20)}`],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '99'],
    ['UPLOAD_MAX_MB', '0'],
    ['UPLOAD_MAX_MB', '5000'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is told in one line', (name, value) => {
    const [line = '', ...others] = refusalOf({ [name]: value })
    expect(others).toEqual([])
    expect(line).toMatch(new RegExp(`^${name}: \\S+( \\S+)+$`))
    expect(line).not.toContain('NaN')
    if (value.trim().length > 1) expect(line).not.toContain(value)
    expect(line).not.toContain('geheim')
  })

  test('comes with all the others that are wrong', () => {
    const lines = refusalOf({ PORT: 'x', LOG_LEVEL: 'loud', DATA_KEY: 'short' })
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['DATA_KEY', 'LOG_LEVEL', 'PORT'])
  })
})

describe('a missing setting', () => {
  test('is as usual, and so is an empty one', () => {
    const usual = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: 3000, TRUST_PROXY: 0, UPLOAD_MAX_MB: 40 }
    expect(readSettings({ DATA_KEY: key })).toMatchObject(usual)
    const empty = { PORT: '', HOST: '', DATABASE_URL: '', PUBLIC_URL: '', NODE_ENV: '' }
    expect(readSettings({ DATA_KEY: key, ...empty })).toMatchObject(usual)
  })

  test('DATA_KEY beside DATABASE_URL stops the start: a key kept on one machine is none for a server', () => {
    const DATABASE_URL = 'postgresql://127.0.0.1/shizi'
    expect(refusalOf({ DATABASE_URL, DATA_KEY: '', DATA_DIR: directory })).toEqual([
      'DATA_KEY: required with DATABASE_URL (openssl rand -base64 32)',
    ])
    expect(existsSync(path.join(directory, 'key'))).toBe(false)
  })
})

describe('the key of the embedded database', () => {
  const embedded = () => readSettings({ DATA_DIR: path.join(directory, 'data') }).dataKey.toString('base64')

  test('is made once, for its owner alone, and found again', () => {
    const made = embedded()
    const file = path.join(directory, 'data/key')
    expect(Buffer.from(made, 'base64')).toHaveLength(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(embedded()).toBe(made)
    expect(readFileSync(file, 'utf8')).toBe(made)
  })

  test('that was damaged is told, and stays as it is', () => {
    const file = path.join(directory, 'key')
    writeFileSync(file, key.slice(0, 30))
    expect(refusalOf({ DATA_KEY: '', DATA_DIR: directory })).toEqual([
      `DATA_DIR: ${file} does not hold a key of 32 bytes in base64`,
    ])
    expect(readFileSync(file, 'utf8')).toBe(key.slice(0, 30))
  })

  test('in a place that is none is told', () => {
    const file = path.join(directory, 'file')
    writeFileSync(file, '')
    chmodSync(file, 0o400)
    expect(refusalOf({ DATA_KEY: '', DATA_DIR: path.join(file, 'below') })).toEqual([
      expect.stringMatching(/^DATA_DIR: cannot be read and written \(ENOTDIR/),
    ])
  })
})
