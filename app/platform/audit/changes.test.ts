/** Laws of the field-by-field view. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from './canonical.ts'
import { fieldChanges } from './changes.ts'

const record = fc.dictionary(
  fc.constantFrom('name', 'role', 'post', 'from'),
  fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
  ),
)

describe('fieldChanges', () => {
  test('nothing is changed between a record and itself', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(fieldChanges(one as Json, one as Json).some((field) => field.isChanged)).toBe(false)
      }),
    )
  })

  test('swapping the sides swaps each field, and changes nothing else', () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        const there = fieldChanges(before as Json, after as Json)
        const back = fieldChanges(after as Json, before as Json)
        const swapped = back.map((one) => ({ ...one, before: one.after, after: one.before }))
        const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path)
        expect(swapped.sort(byPath)).toEqual(there.sort(byPath))
      }),
    )
  })

  test('changed fields come first, nested ones by their way', () => {
    const before = { name: '王敏', appointment: { workOrgId: 'a', subject: '13' }, tags: ['x', 'y'] }
    const after = { name: '王敏', appointment: { workOrgId: 'b', subject: '13' }, tags: ['x', 'y'] }
    expect(fieldChanges(before, after)).toEqual([
      { path: 'appointment.workOrgId', before: 'a', after: 'b', isChanged: true },
      { path: 'name', before: '王敏', after: '王敏', isChanged: false },
      { path: 'appointment.subject', before: '13', after: '13', isChanged: false },
      { path: 'tags', before: 'x、y', after: 'x、y', isChanged: false },
    ])
  })

  test('what begins has no before, what ends no after', () => {
    expect(fieldChanges(null, { role: 'leader' })).toEqual([
      { path: 'role', before: undefined, after: 'leader', isChanged: true },
    ])
    expect(fieldChanges({ role: 'leader' }, undefined)).toEqual([
      { path: 'role', before: 'leader', after: undefined, isChanged: true },
    ])
  })
})
