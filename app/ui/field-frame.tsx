// What every field shares: label above, hint under it, error between them and the control, all wired for screen readers.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'

export interface FieldProps {
  name: string
  /** Defaults to the name; the error summary links to it. */
  id?: string
  label: string
  /** What it is called stands beside it already. */
  labelHidden?: boolean
  hint?: ReactNode
  error?: string
  required?: boolean
  /** Shown beside the label of a required field, e.g. the word for "required". */
  requiredWord?: string
}

export interface FieldIds {
  id: string
  hintId: string | undefined
  errorId: string | undefined
  describedBy: string | undefined
}

/** The ids that tie label, hint, error and control together. */
export function fieldIds({
  id,
  name,
  hint,
  error,
}: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>): FieldIds {
  const own = id ?? name
  const hintId = hint ? `${own}-hint` : undefined
  const errorId = error ? `${own}-error` : undefined
  return { id: own, hintId, errorId, describedBy: [hintId, errorId].filter(Boolean).join(' ') || undefined }
}

/** The look of a text control; an invalid one has a thicker red edge besides its message. */
export function controlLook(invalid: boolean, extra?: string): string {
  return classes(
    'w-full min-h-11 md:min-h-9 rounded-sm border bg-surface px-3 py-1.5 text-base text-ink placeholder:text-ink-soft',
    'scroll-mt-24 disabled:bg-sunken disabled:text-ink-soft [&[readonly]]:bg-sunken',
    invalid ? 'border-red ring-1 ring-red' : 'border-control hover:border-ink-soft',
    extra,
  )
}

export function RequiredWord({ required, word }: { required?: boolean; word?: string }) {
  if (!required || !word) return null
  return <span className="ms-2 text-xs font-normal text-ink-soft">{word}</span>
}

export function FieldHint({ id, children }: { id: string | undefined; children: ReactNode }) {
  if (!id) return null
  return (
    <p id={id} className="text-sm text-ink-soft">
      {children}
    </p>
  )
}

export function FieldError({ id, children }: { id: string | undefined; children: ReactNode }) {
  if (!id) return null
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-red">
      <Icon shape="circle-alert" className="mt-[0.18em]" />
      <span className="whitespace-pre-line">{children}</span>
    </p>
  )
}

type Framed = 'label' | 'labelHidden' | 'hint' | 'error' | 'required' | 'requiredWord'

interface FieldFrameProps extends Pick<FieldProps, Framed> {
  ids: FieldIds
  children: ReactNode
}

/** Label, hint, error and then the control, for controls that have one label. */
export function FieldFrame(props: FieldFrameProps) {
  const { ids, label, labelHidden, hint, error, required, requiredWord, children } = props
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={ids.id} className={labelHidden ? 'sr-only' : 'font-medium'}>
        {label}
        <RequiredWord required={required} word={requiredWord} />
      </label>
      <FieldHint id={ids.hintId}>{hint}</FieldHint>
      <FieldError id={ids.errorId}>{error}</FieldError>
      {children}
    </div>
  )
}
