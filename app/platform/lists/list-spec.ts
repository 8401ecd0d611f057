/** A list declared once: where it is, and its columns. Its page, the choice of columns and its workbook are made of it. */
import type { MessageKey } from '#app/platform/i18n/translate.ts'

export type ColumnSpec = {
  label: MessageKey
  /** What a row is about: its heading and its link, never hidden. One a list. */
  primary?: true
  /** `end` for numbers. */
  align?: 'end'
  /** Long text that may break anywhere. */
  wrap?: true
  hideOnPhone?: true
}

export type ListSpec<Key extends string = string> = {
  /** Names the list in what is kept of it: saved filters, hidden columns. */
  key: string
  path: string
  title: MessageKey
  columns: Readonly<Record<Key, ColumnSpec>>
}

/** The columns that a reader may hide. */
export function hideable({ columns }: ListSpec): { key: string; label: MessageKey }[] {
  return Object.entries(columns).flatMap(([key, { label, primary }]) => (primary ? [] : [{ key, label }]))
}
