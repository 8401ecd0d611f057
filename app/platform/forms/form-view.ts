/** What a form page shows, made on the server: labels are already words, codes already options. */
import type { Crumb } from '#app/ui/breadcrumbs.tsx'
import type { ChoiceOption, OptionGroup } from '#app/ui/field.tsx'
import type { WhyReason } from '#app/ui/why-sheet.tsx'
import type { FormReply } from './form-reply.ts'

/**
 * `organisation`, `school` and `person` are a name with its code, suggested while typing; `money` is typed in yuan and kept in fen, `hours` in hours and kept in tenths;
 * `check` is one box, `checks` several of a kind; `rows` repeats a row of fields.
 */
export type FieldKind =
  | 'text'
  | 'password'
  | 'area'
  | 'date'
  | 'month'
  | 'number'
  | 'money'
  | 'hours'
  | 'select'
  | 'radio'
  | 'check'
  | 'checks'
  | 'time'
  | 'organisation'
  | 'school'
  | 'person'
  | 'file'
  | 'rows'

export interface FieldView {
  kind: FieldKind
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
  /** First and last value of a number or a day. */
  min?: number | string
  max?: number | string
  options?: readonly ChoiceOption[]
  groups?: readonly OptionGroup[]
  /** The words of a select's empty choice. */
  emptyLabel?: string
  /** Where names are suggested from, of an organisation or a person. */
  suggestFrom?: string
  /** Of a file: which kinds are offered, and how large it may be. */
  accept?: string
  mostMegabytes?: number
  /** Of repeated rows: the fields of one, what they start with, and how many there may be. */
  columns?: readonly FieldView[]
  rows?: readonly Readonly<Record<string, string>>[]
  mostRows?: number
  autoComplete?: string
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
  /** While it is sent, where that is not said of itself. */
  sendingLabel?: string
  cancelHref?: string
  draft?: DraftView
}

/** What is typed is kept at the form's address; what was left there earlier is offered, or stands in the fields. */
export interface DraftView {
  address: string
  left?: { savedAt: string; href: string }
  values?: FormReply['values']
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

/** Another way that leads on where this form does not. */
export interface InsteadView {
  word: string
  text: string
  href: string
  label: string
}

/** The answer to a posted form: refused, to be checked, or typed values to go on with. */
export type ActReply = FormReply & { check?: CheckView; instead?: InsteadView }

/** Of an act that is no more offered: its rule answers, so it need not be drawn to be read. */
export const UNDRAWN: FormView = { title: '', trail: [], intro: '', sections: [], submitLabel: '' }
