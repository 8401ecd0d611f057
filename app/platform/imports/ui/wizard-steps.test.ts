// The steps' marks follow the state of the batch and the open page, and only lead where the batch can go.
import { describe, expect, test } from 'vitest'
import { batchStates } from '../batch.ts'
import { openAt, type stepNames } from './states.ts'
import { wizardSteps } from './wizard-steps.ts'

const id = '01981234-0000-7000-8000-000000000001'
const marks = (state: (typeof batchStates)[number], open: (typeof stepNames)[number] | null) =>
  wizardSteps({ id, state }, open)
    .map((step) => step.state)
    .join(' ')

describe('steps', () => {
  test.each([
    ['uploaded', 'mapping', 'current ahead ahead ahead'],
    ['checking', 'checking', 'done current ahead ahead'],
    ['ready', 'preview', 'done done current ahead'],
    ['ready', 'mapping', 'current done done ahead'],
    ['ready', 'commit', 'done done done current'],
    ['committing', null, 'done done done current'],
    ['undoing', null, 'done done done current'],
    ['committed', null, 'done done done done'],
    ['committed', 'preview', 'done done current done'],
    ['undone', null, 'done done done done'],
    ['refused', null, 'ahead ahead ahead ahead'],
  ] as const)('%s, %s open: %s', (state, open, expected) => {
    expect(marks(state, open)).toBe(expected)
  })

  test('nobody is led to the mapping once the rows are being written', () => {
    for (const state of ['checking', 'committing', 'committed', 'undoing', 'undone'] as const) {
      const [mapping] = wizardSteps({ id, state }, null)
      expect(mapping?.href).toBeUndefined()
    }
  })

  test('every state opens at a page of its own batch', () => {
    for (const state of batchStates)
      expect(openAt({ id, state })).toMatch(new RegExp(`^/imports/${id}/[a-z]+$`))
  })
})
