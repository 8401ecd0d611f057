// The four steps of an import as the wizard shows them: what is done can be gone back to.
import type { Step } from '#app/ui/steps.tsx'
import { paths } from './paths.ts'
import {
  checkedStates,
  isOver,
  mappableStates,
  type Placed,
  type StepName,
  stepNames,
  stepOf,
} from './states.ts'

export type WizardStep = Pick<Step, 'state' | 'href'> & { name: StepName }

/** Marks for the page that is open (null: a page that is no step, such as the report of a finished import). */
export function wizardSteps(batch: Placed, page: StepName | null): WizardStep[] {
  // The report is no step, but while the work goes on it is the last one.
  const open = page ?? (isOver(batch.state) ? null : stepOf[batch.state])
  const reached = stepNames.indexOf(stepOf[batch.state])
  return stepNames.map((name, index) => {
    if (name === open) return { name, state: 'current' }
    // Who looks at another step has the one that waits behind or before them, and comes back to it by its link.
    const isDone = index < reached || (index === reached && (open !== null || hasEnded(batch)))
    if (isDone) return { name, state: 'done', href: hrefOf(batch, name) }
    return { name, state: 'ahead' }
  })
}

function hasEnded({ state }: Placed): boolean {
  return isOver(state) && checkedStates.includes(state)
}

function hrefOf(batch: Placed, name: StepName): string | undefined {
  if (name === 'mapping') return mappableStates.includes(batch.state) ? paths.mapping(batch.id) : undefined
  if (name === 'preview') return paths.preview(batch.id)
  if (name === 'commit') return paths.result(batch.id)
  return undefined
}
