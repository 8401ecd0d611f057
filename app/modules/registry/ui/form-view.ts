/** What a form page of the registry shows, made on the server: labels are already words, codes already options. */
import type { FormReply } from '#app/platform/http/form-reply.ts'
import type { Crumb } from '#app/ui/breadcrumbs.tsx'
import type { Option, OptionGroup } from '#app/ui/field.tsx'
import type { WhyReason } from '#app/ui/why-sheet.tsx'

export interface FieldView {
  /** `organisation` is a name with its code, suggested while typing. */
  kind: 'text' | 'date' | 'number' | 'area' | 'select' | 'check' | 'checks' | 'organisation'
  name: string
  label: string
  hint?: string
  value?: string
  /** Of `checks`: what is ticked at the start. */
  values?: readonly string[]
  required?: boolean
  /** What the field starts with is not on record yet: it is shown for checking like anything typed. */
  isSuggested?: boolean
  unit?: string
  /** First and last value of a number. */
  min?: number
  max?: number
  options?: readonly Option[]
  groups?: readonly OptionGroup[]
  /** The words of a select's empty choice. */
  emptyLabel?: string
}

export interface FormSection {
  id: string
  /** Left out where the form has only one part. */
  title?: string
  description?: string
  fields: readonly FieldView[]
}

export interface FormView {
  title: string
  trail: readonly Crumb[]
  /** Whom or what it concerns, and what the act does. */
  intro: string
  /** A standing word before the fields: what holds now, what to mind. */
  notice?: { word: string; text: string; tone: 'info' | 'warning' }
  why?: WhyView
  sections: readonly FormSection[]
  /** Sent along unseen, e.g. the version that the form was filled in on. */
  hidden?: Readonly<Record<string, string>>
  submitLabel: string
  cancelHref: string
}

/** One line of what will change; `before` only where something is replaced. */
export interface CheckLine {
  term: string
  before?: string
  after: string
}

/** Check-your-answers: what will be written, and what follows from it. */
export interface CheckView {
  title: string
  lines: readonly CheckLine[]
  consequences: readonly string[]
  confirmLabel: string
  /** Something is taken away or ended. */
  isDanger: boolean
}

export interface WhyView {
  outcome: string
  reasons: readonly WhyReason[]
}

/** A fact of a record in words; `href` makes its value a link. */
export interface FactView {
  term: string
  value: string
  note?: string
  href?: string
}

/** Another way that leads on where this form does not. */
export interface InsteadView {
  word: string
  text: string
  href: string
  label: string
}

/** The answer to a posted form: refused, to be checked, or typed values to go on with. */
export type ActReply = FormReply & { check?: CheckView; instead?: InsteadView }
