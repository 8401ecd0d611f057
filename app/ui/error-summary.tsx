// On top of a form that was refused: every problem once, each linked to its field. Takes the focus, so it is read first.
import { type MouseEvent, useEffect, useRef } from 'react'

export interface FieldProblem {
  fieldId: string
  message: string
}

interface ErrorSummaryProps {
  title: string
  errors: readonly FieldProblem[]
}

export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const said = errors.map((error) => `${error.fieldId}:${error.message}`).join('\n')
  useEffect(() => {
    if (said) box.current?.focus()
  }, [said])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-sm border-2 border-red bg-surface outline-red focus-visible:outline-offset-0 px-4 py-3 md:px-5 md:py-4"
    >
      <h2 className="text-lg font-semibold text-red">{title}</h2>
      <ul className="mt-2 flex flex-col">
        {errors.map((error) => (
          <li key={`${error.fieldId}:${error.message}`}>
            <a
              href={`#${error.fieldId}`}
              onClick={focusField}
              className="inline-block whitespace-pre-line py-2.5 text-red underline underline-offset-4 hover:decoration-2 md:py-0.5"
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A fragment link alone scrolls but does not always focus. */
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1))
  if (!field) return
  event.preventDefault()
  field.focus()
}
