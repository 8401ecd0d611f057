// The fates of rows in the order in which the preview shows them, and the tone of each. `left` is no row: somebody of
// what is there, whom a complete file lacks.
import type { Tone } from '#app/ui/tag.tsx'
import type { RowOutcome } from '../batch.ts'

export type Fate = RowOutcome | 'left'
export const fates: readonly Fate[] = ['new', 'changed', 'unchanged', 'left', 'conflict', 'rejected']

export const fateTones: Record<Fate, Tone> = {
  new: 'green',
  changed: 'accent',
  unchanged: 'neutral',
  left: 'amber',
  conflict: 'amber',
  rejected: 'red',
}

export function isFate(text: unknown): text is Fate {
  return (fates as readonly unknown[]).includes(text)
}
