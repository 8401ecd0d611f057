// A field that stands in no group could never be mapped by a person.
import { expect, test } from 'vitest'
import { fieldKeys, requiredFields } from './fields.ts'
import { mappingGroups } from './mapping-groups.ts'

test('every field stands in exactly one group', () => {
  expect(Object.values(mappingGroups).flat().sort()).toEqual([...fieldKeys].sort())
})

test('what is required comes first', () => {
  const first: readonly string[] = [...mappingGroups.name, ...mappingGroups.organisation]
  expect(requiredFields.flat().every((key) => first.includes(key))).toBe(true)
})
