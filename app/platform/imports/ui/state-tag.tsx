// The state of a batch in one word; one that stopped on the way says so.

import { Tag } from '#app/ui/tag.tsx'
import type { BatchView } from '../batch.ts'
import { stateTones } from './states.ts'
import { useT } from './words.tsx'

const shownProblems = ['interrupted', 'stale', 'failed'] as const

export function StateTag({ batch: { state, problem } }: { batch: Pick<BatchView, 'state' | 'problem'> }) {
  const t = useT()
  const stopped = shownProblems.find((code) => code === problem)
  if (stopped) return <Tag tone="amber">{t(`imports.state_${stopped}`)}</Tag>
  return <Tag tone={stateTones[state]}>{t(`imports.state_${state}`)}</Tag>
}
