/** Cursors come back as they were, and nothing else passes for one; pages lead on and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKeyset, encodeKeyset, pageOf } from './keyset.ts'

const keyset = fc.record({
  sortKey: fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !text.includes('\0')),
  id: fc.uuid({ version: 7 }),
  towards: fc.constantFrom('next' as const, 'previous' as const),
})

describe('a cursor', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(keyset, (one) => {
        expect(decodeKeyset(encodeKeyset(one))).toEqual(one)
      }),
    )
  })

  test('that was not made here is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeKeyset(text)).toBeNull()
      }),
    )
    expect(decodeKeyset(btoa(JSON.stringify(['a', 'not an id', 'next'])))).toBeNull()
  })
})

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((sortKey) => ({ sortKey, id: sortKey }))

  test('leads on when one more was found', () => {
    expect(pageOf(rows, 2, null)).toEqual({
      rows: rows.slice(0, 2),
      previous: null,
      next: { sortKey: 'b', id: 'b', towards: 'next' },
    })
  })

  test('that was reached backwards is turned round, and leads on again', () => {
    const back = { sortKey: 'd', id: 'd', towards: 'previous' as const }
    expect(pageOf(rows.toReversed(), 2, back)).toEqual({
      rows: [rows[1], rows[2]],
      previous: { sortKey: 'b', id: 'b', towards: 'previous' },
      next: { sortKey: 'c', id: 'c', towards: 'next' },
    })
  })
})
