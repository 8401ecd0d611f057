// Rows of the same fields, one under the other. More of them are asked of the server, so that it works without script.
import { Fragment, type ReactNode } from 'react'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { Button } from '#app/ui/button.tsx'
import type { FieldView } from '../form-view.ts'
import { useT } from './words.tsx'

interface RowsFieldProps {
  field: FieldView
  reply: FormReply | undefined
  error: string | undefined
  /** Draws a field of a row. */
  draw: (field: FieldView) => ReactNode
}

/** The name of a cell, as `readForm` gathers it. */
const cell = (field: string, row: number, column: string) => `${field}.${row}.${column}`

export function RowsField({ field, reply, error, draw }: RowsFieldProps) {
  const t = useT()
  const { name, label, hint, columns = [], rows = [], mostRows = rows.length } = field
  const wants = reply?.values[`rows:${name}`] ? 1 : 0
  const shown = Math.min(mostRows, Math.max(rows.length, sentRows(reply, name)) + wants) || 1
  return (
    <fieldset className="flex flex-col gap-4" id={name} tabIndex={-1}>
      <legend className="font-medium">{label}</legend>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      {error && <p className="text-sm font-medium text-red">{error}</p>}
      {Array.from({ length: shown }, (_, row) => (
        <fieldset
          key={row}
          className="grid gap-4 rounded-sm border border-line p-4 md:grid-cols-2 lg:grid-cols-4"
        >
          <legend className="px-1 text-sm text-ink-soft">{t('form.row', { number: row + 1 })}</legend>
          {columns.map((column) => {
            const value = rows[row]?.[column.name] ?? column.value
            const one = { ...column, name: cell(name, row, column.name), value }
            return <Fragment key={column.name}>{draw(one)}</Fragment>
          })}
        </fieldset>
      ))}
      {shown < mostRows && (
        <div>
          <Button name="intent" value={`rows:${name}`}>
            {t('form.more_rows')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function sentRows(reply: FormReply | undefined, field: string): number {
  const numbers = Object.keys(reply?.values ?? {}).map((name) => {
    const [of, row] = name.split('.')
    return of === field ? Number(row) + 1 : 0
  })
  return Math.max(0, ...numbers)
}
