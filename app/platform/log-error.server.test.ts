/** Whatever an error quotes, the log keeps none of it: no name, no number, nothing that somebody typed. */
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorForLog } from './log-error.server.ts'

/** Messages as PostgreSQL, Prisma, JSON and our own parsers write them, around a value. */
const messages: ((value: string) => string)[] = [
  (value) => `invalid input syntax for type date: "${value}"`,
  (value) => `duplicate key value violates unique constraint "person_pkey": "${value}"`,
  (value) => `Unexpected token '${value[0] ?? ''}', "${value}" is not valid JSON`,
  (value) => `value "${value}" is out of range for type integer`,
  (value) => `could not read '${value}'`,
  (value) => `no such teacher: \`${value}\``,
  (value) =>
    `\nInvalid \`prisma.$queryRaw()\` invocation:\n\n\nRaw query failed. Code: \`22007\`. Message: \`type date: "${value}"\``,
  (value) =>
    `\nInvalid \`db.person.findFirst()\` invocation in\n/app/a.ts:7:3\n\n  6 const a = "b"\n→ 7 db.person.findFirst(\nInvalid input value: "${value}"`,
  (value) => `ENOENT: no such file or directory, open '/data/${value}.xlsx'`,
]

const names = fc.constantFrom(
  '王秀英',
  '𠮷田𬍛',
  'zhangsan',
  "O'Brien",
  'María José',
  'wang_xiuying',
  'Müller',
)
const idNumbers = fc.stringMatching(/^371599(19[6-9]|200)\d0701\d{3}[\dXx]$/)
const phones = fc.integer({ min: 0, max: 999_999_999 }).map((rest) => `13${String(rest).padStart(9, '0')}`)
const typed = fc
  .array(fc.constantFrom('secretword', '王', '\n', '\n    at ', '"', "'", ' ', ': ', '1985', 'x@y.cn'), {
    minLength: 2,
    maxLength: 8,
  })
  .map((parts) => `secretword${parts.join('')}`)
const values = fc.oneof(names, idNumbers, phones, typed)

/** What of a value would tell it: the whole, and its telling pieces. */
function traces(value: string): string[] {
  const pieces = value.match(/[^\s"'`:.@]{3,}/g) ?? []
  const telling = pieces.filter((piece) => /[^\x20-\x7e]|secretword|zhang|wang|Brien|\d{6}/.test(piece))
  return [value, ...telling].filter((piece) => piece.trim().length > 1)
}

function expectNothingOf(value: string, error: unknown): void {
  const kept = inspect(errorForLog(error), { depth: null, breakLength: Number.POSITIVE_INFINITY })
  for (const trace of traces(value)) expect(kept).not.toContain(trace)
}

describe('no value survives', () => {
  test('in a message, whoever wrote it, nor in the stack that begins with it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), values, (message, value) => {
        expectNothingOf(value, new Error(message(value)))
      }),
      { numRuns: 2000 },
    )
  })

  test('in a cause, however deep', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        values,
        fc.integer({ min: 1, max: 6 }),
        (message, value, depth) => {
          let error = new Error(message(value))
          for (let i = 0; i < depth; i++) error = new Error('while saving', { cause: error })
          expectNothingOf(value, error)
        },
      ),
    )
  })

  test('in the call that Prisma shows when it is malformed', () => {
    const call = 'Invalid `db.person.create()` invocation in\n/app/a.ts:6:3\n\n→ 6 db.person.create({'
    const message = `\n${call}\n  data: { name: "王秀英", phone: "13800000000" }\n})\n\nArgument \`id\` is missing.`
    const error = Object.assign(new Error(message), { name: 'PrismaClientValidationError' })
    expectNothingOf('王秀英', error)
    expectNothingOf('13800000000', error)
    expect(errorForLog(error).message).toBe('Argument `id` is missing.')
  })

  test('in what hangs on the error beside its message', () => {
    const beside = {
      detail: 'Key (name)=(王秀英) already exists.',
      hint: '王秀英',
      where: '王秀英',
      meta: '王秀英',
    }
    expectNothingOf('王秀英', Object.assign(new Error('broken'), beside))
    expectNothingOf('王秀英', Object.assign(new Error('broken'), { code: '王秀英' }))
  })

  test('of what was thrown and is no error', () => {
    for (const thrown of ['王秀英', { name: '王秀英' }, ['王秀英'], null, undefined, 42])
      expect(errorForLog(thrown)).toEqual({ type: typeof thrown, message: '', at: [] })
  })
})

describe('what a programmer needs stays', () => {
  test('kind, place and the names of things in the program', () => {
    const error = new TypeError("Cannot read properties of undefined (reading 'workOrgId')")
    const kept = errorForLog(error)
    expect(kept).toMatchObject({ type: 'TypeError', message: error.message })
    expect(kept.at[0]).toContain('log-error.server.test.ts')
  })

  test.each([
    'relation "roster_entry" does not exist',
    'column "work_org_id" of relation "appointment" does not exist',
    'null value in column "name" of relation "person" violates not-null constraint',
    'new row for relation "grant" violates check constraint "grant_dates"',
    'conflicting key value violates exclusion constraint "appointment_main_once"',
    'duplicate key value violates unique constraint "account_username_key"',
    'function staff_number(text) does not exist',
    'permission denied for table person',
    "Can't reach database server at 127.0.0.1:5432",
    'Unique constraint failed on the fields: (`username`)',
  ])('%s', (message) => {
    expect(errorForLog(new Error(message)).message).toBe(message)
  })

  test('the code of the database', () => {
    const cause = { originalCode: '23505', originalMessage: 'duplicate key' }
    const error = Object.assign(new Error('x'), { code: 'P2002', meta: { driverAdapterError: { cause } } })
    expect(errorForLog(error).code).toBe('23505')
    expect(errorForLog(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })).code).toBe('ECONNREFUSED')
  })
})
