import { describe, expect, test } from 'vitest'
import { withRowsOnce } from './drawn-rows.ts'

const written = (view: object) => JSON.parse(JSON.stringify(view))

describe('rows', () => {
  test('that a document has drawn are there to draw, and not written out', () => {
    const view = withRowsOnce({ rows: [1, 2], total: 2 }, { isData: false })
    expect(view.rows).toEqual([1, 2])
    expect(written(view)).toEqual({ total: 2 })
  })

  test('of fetched data are written out', () => {
    expect(written(withRowsOnce({ rows: [1], total: 1 }, { isData: true }))).toEqual({ rows: [1], total: 1 })
  })

  test('that are none are told as such: the page must know', () => {
    expect(written(withRowsOnce({ rows: [], total: 0 }, { isData: false }))).toEqual({ rows: [], total: 0 })
  })
})
