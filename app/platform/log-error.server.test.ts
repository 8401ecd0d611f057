import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorForLog } from './log-error.server.ts'

const text = (error: unknown) => JSON.stringify(errorForLog(error))

describe('errorForLog', () => {
  test.each([
    [
      'duplicate key value violates unique constraint "person_id_number_hash_key"',
      'person_id_number_hash_key',
    ],
    ['column "birth_date" does not exist', 'birth_date'],
    ['relation "person" has no column phone', 'phone'],
  ])('keeps what names a place in the database: %s', (message, kept) => {
    expect(text(new Error(message))).toContain(kept)
  })

  test.each([
    ['a name', 'invalid input syntax for type date: "王秘密 1985"', '王秘密'],
    ['an identity number', 'Key (id_number)=(371599199003070019) already exists', '371599199003070019'],
    ['one with an x', 'value 37159919900307001x is wrong', '37159919900307001'],
    ['a quoted text', "cannot read 'my very secret word'", 'secret word'],
    ['a phone', 'no such phone 13800001111', '13800001111'],
  ])('cuts out %s', (_what, message, secret) => {
    expect(text(new Error(message))).not.toContain(secret)
    expect(text(new Error('outer', { cause: new Error(message) }))).not.toContain(secret)
  })

  test('of what Prisma prints it keeps the last paragraph, not the call with its values', () => {
    const error = Object.assign(
      new Error('\nInvalid `db.person.create()` in\n{ name: "王" }\n\nUnique failed'),
      {
        code: 'P2002',
      },
    )
    expect(errorForLog(error)).toMatchObject({ code: 'P2002', message: 'Unique failed' })
  })

  test('no number of six digits and no character outside ASCII survives, whatever is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(1e12), (words, number) => {
        const { message } = errorForLog(new Error(`${words} ${1_000_000 + number} ${words}`))
        expect(message).not.toMatch(/\d{6}/)
        expect(message).not.toMatch(/[^\n\x20-\x7e…]/)
      }),
    )
  })

  test('what is no error, and causes without an end, are told as well', () => {
    expect(errorForLog('text')).toEqual({ type: 'string', message: '', at: [] })
    const endless = new Error('again')
    endless.cause = endless
    expect(text(endless).length).toBeLessThan(20_000)
  })
})
