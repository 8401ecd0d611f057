// Real progress of long work: a native bar with its figures beside it, read aloud politely as they change.
import { useId } from 'react'

interface ProgressBarProps {
  label: string
  /** Left out while the amount of work is not known yet. */
  value?: number
  max?: number
  /** Done and left in words, e.g. rows done and time left. */
  text: string
}

export function ProgressBar({ label, value, max = 100, text }: ProgressBarProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p role="status" aria-live="polite" className="text-ink-soft tabular-nums">
          {text}
        </p>
      </div>
      <progress id={id} value={value} max={max} className="progress-bar" />
    </div>
  )
}
