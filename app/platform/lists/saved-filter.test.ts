/** What of an address is kept. */
import { describe, expect, test } from 'vitest'
import { filterOf } from './saved-filter.ts'

describe('a filter', () => {
  test.each([
    ['?stage=primary&cursor=abc&q=', 'stage=primary'],
    ['q=%E7%8E%8B&more=1&index=', 'q=%E7%8E%8B'],
    ['a=1&a=2', 'a=1&a=2'],
  ])('of %j is %j', (query, kept) => {
    expect(filterOf(query)).toEqual({ ok: true, query: kept })
  })

  test.each([
    ['', 'nothing_filtered'],
    ['cursor=abc&stage=', 'nothing_filtered'],
    [`q=${'长'.repeat(900)}`, 'too_long'],
    ['q=371599199001011234', 'identity_number'],
    ['q=37159919900101123x', 'identity_number'],
    ['q=３７１５９９１９９００１０１１２３４', 'identity_number'],
    ['q=3715 9919 9001 0112 34', 'identity_number'],
    ['q=371599900101123', 'identity_number'],
  ])('%j is not kept: %s', (query, reason) => {
    expect(filterOf(query)).toEqual({ ok: false, reason })
  })
})
