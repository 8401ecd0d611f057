// What the last act did, once, in a corner; read aloud politely and put away by hand. It never leaves by itself.
import { useEffect, useState } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'

interface ToastProps {
  /** Nothing is shown without a text; the live region stays, so that the next one is read. */
  text?: string
  tone?: 'success' | 'danger'
  dismissLabel: string
}

export function Toast({ text, tone = 'success', dismissLabel }: ToastProps) {
  const [dismissed, setDismissed] = useState<string>()
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  useEffect(() => {
    if (!text) setDismissed(undefined)
  }, [text])
  const shown = text && text !== dismissed
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex justify-center lg:inset-x-auto lg:end-6 lg:bottom-6 print:hidden"
    >
      {shown && (
        <div className="pointer-events-auto flex max-w-md items-start gap-3 rounded-sm border border-line-strong bg-surface ps-4 shadow-lift">
          <Icon
            shape={tone === 'danger' ? 'octagon-alert' : 'circle-check'}
            className={classes('mt-3.5', tone === 'danger' ? 'text-red' : 'text-green')}
          />
          <p className="py-2.5">{text}</p>
          {hydrated && (
            <button
              type="button"
              onClick={() => setDismissed(text)}
              aria-label={dismissLabel}
              className="grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink"
            >
              <Icon shape="x" />
            </button>
          )}
        </div>
      )}
    </div>
  )
}
