// The steps of a wizard. Steps that are done are links: one can go back, and bookmark where one is.
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface Step {
  label: string
  state: 'done' | 'current' | 'ahead'
  /** Only a step that is done can be gone back to. */
  href?: string
}

interface StepsProps {
  label: string
  /** The states as words, for screen readers. */
  words: Record<Step['state'], string>
  steps: readonly Step[]
}

/** Of more steps a phone shows the current one's label alone. */
const MOST_LABELS = 4

const markLooks: Record<Step['state'], string> = {
  done: 'border-accent bg-surface text-accent',
  current: 'border-accent-fill bg-accent-fill text-on-fill',
  ahead: 'border-line-strong bg-paper text-ink-soft',
}

export function Steps({ label, words, steps }: StepsProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex items-start">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className={classes('relative flex min-w-0 flex-1 flex-col', index > 0 && lineLook(step))}
          >
            <StepBody
              step={step}
              number={index + 1}
              word={words[step.state]}
              isCrowded={steps.length > MOST_LABELS}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The line from the step before; solid as far as one has come. */
function lineLook(step: Step): string {
  return classes(
    'before:absolute before:end-1/2 before:top-[1.375rem] before:me-5 before:w-[calc(100%-2.5rem)] before:border-t',
    step.state === 'ahead' ? 'before:border-dashed before:border-line-strong' : 'before:border-accent',
  )
}

interface StepBodyProps {
  step: Step
  number: number
  word: string
  isCrowded: boolean
}

function StepBody({ step, number, word, isCrowded }: StepBodyProps) {
  const content = (
    <>
      <span className="grid size-11 place-items-center">
        <span
          className={classes(
            'grid size-7 place-items-center rounded-full border font-medium tabular-nums',
            markLooks[step.state],
          )}
        >
          {step.state === 'done' ? <Icon shape="check" /> : number}
        </span>
      </span>
      <span
        className={classes(
          'text-center text-sm leading-tight md:text-base',
          step.state === 'current' ? 'font-semibold' : 'text-ink-soft',
          isCrowded && (step.state === 'current' ? 'max-md:whitespace-nowrap' : 'max-md:sr-only'),
        )}
      >
        <VisuallyHidden>{word} </VisuallyHidden>
        {step.label}
      </span>
    </>
  )
  const look = 'flex flex-col items-center px-1'
  if (step.state !== 'done' || !step.href) return <span className={look}>{content}</span>
  return (
    <Link to={step.href} className={classes(look, 'rounded-sm underline-offset-4 hover:underline')}>
      {content}
    </Link>
  )
}
