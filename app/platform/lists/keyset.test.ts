/** Cursors come back as they were, and nothing else passes for one; pages lead on and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKeyset, encodeKeyset, pageOf } from './keyset.ts'

const keyset = fc.record({
  sort: fc.constantFrom('name' as const, 'day' as const),
  value: fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !/\0|\p{Cs}/u.test(text)),
  id: fc.uuid({ version: 7 }),
  towards: fc.constantFrom('next' as const, 'previous' as const),
})

const sorts = ['name', 'day'] as const

describe('a cursor', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(keyset, (one) => {
        expect(decodeKeyset(encodeKeyset(one), sorts)).toEqual(one)
      }),
    )
  })

  test('that was not made here is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeKeyset(text, sorts)).toBeNull()
      }),
    )
    const forge = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '')
    const id = '0192f0c1-7b1e-7000-8000-000000000001'
    expect(decodeKeyset(forge(['name', 'a', id, 'next']), sorts)).not.toBeNull()
    for (const forged of [
      ['name', 'a', 'not an id', 'next'],
      ['other', 'a', id, 'next'],
      ['name', 'a'.repeat(1_001), id, 'next'],
      ['name', 1, id, 'next'],
      ['name', 'a', id, 'sideways'],
    ])
      expect(decodeKeyset(forge(forged), sorts)).toBeNull()
    expect(decodeKeyset(forge(['day', 'a', id, 'next']), sorts, (sort) => sort !== 'day')).toBeNull()
    expect(decodeKeyset(null, sorts)).toBeNull()
  })
})

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((name) => ({ name }))
  const keyOf = ({ name }: { name: string }) => ({ sort: 'name', value: name, id: name })

  test('leads on when one more was found', () => {
    expect(pageOf(rows, 2, null, keyOf)).toEqual({
      rows: rows.slice(0, 2),
      previous: null,
      next: { sort: 'name', value: 'b', id: 'b', towards: 'next' },
    })
  })

  test('that was reached backwards is turned round, and leads on again', () => {
    const back = { sort: 'name', value: 'd', id: 'd', towards: 'previous' as const }
    expect(pageOf(rows.toReversed(), 2, back, keyOf)).toEqual({
      rows: [rows[1], rows[2]],
      previous: { sort: 'name', value: 'b', id: 'b', towards: 'previous' },
      next: { sort: 'name', value: 'c', id: 'c', towards: 'next' },
    })
  })
})
