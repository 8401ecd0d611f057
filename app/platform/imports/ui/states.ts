// The states of a batch as a reader meets them: the tone of each, and the page that it calls for.
import type { Tone } from '#app/ui/tag.tsx'
import type { BatchState } from '../batch.ts'
import { paths } from './paths.ts'

export const stateTones: Record<BatchState, Tone> = {
  uploaded: 'neutral',
  mapped: 'neutral',
  checking: 'accent',
  ready: 'accent',
  committing: 'accent',
  committed: 'green',
  undoing: 'accent',
  undone: 'neutral',
  cancelled: 'neutral',
  refused: 'red',
}

export const stepNames = ['mapping', 'checking', 'preview', 'commit'] as const
export type StepName = (typeof stepNames)[number]

/** The step that a batch in this state waits at or is busy with. */
export const stepOf: Record<BatchState, StepName> = {
  uploaded: 'mapping',
  mapped: 'mapping',
  checking: 'checking',
  ready: 'preview',
  committing: 'commit',
  committed: 'commit',
  undoing: 'commit',
  undone: 'commit',
  cancelled: 'mapping',
  refused: 'mapping',
}

/** Nothing more happens to such a batch, unless it is undone. */
const over: readonly BatchState[] = ['committed', 'undone', 'cancelled', 'refused']

export function isOver(state: BatchState): boolean {
  return over.includes(state)
}

/** The mapping can be changed until the rows are written. */
export const mappableStates: readonly BatchState[] = ['uploaded', 'mapped', 'ready']

/** The rows have been checked, so they can be looked at. */
export const checkedStates: readonly BatchState[] = ['ready', 'committing', 'committed', 'undoing', 'undone']

export type Placed = { id: string; state: BatchState }

/** The address at which a batch opens: the step that waits for somebody, else what has become of it. */
export function openAt(batch: Placed): string {
  const step = stepOf[batch.state]
  if (step === 'commit' || isOver(batch.state)) return paths.result(batch.id)
  return paths[step](batch.id)
}
