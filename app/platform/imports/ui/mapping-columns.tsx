// The sender's columns, one a row: its heading and values on the left, the field it fills on the right.
import { errorOf, type FormReply } from '#app/platform/forms/form-reply.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { columnChoice, columnHeading } from './mapping-choice.ts'
import type { MappingColumn, MappingView } from './views.ts'
import { useT } from './words.tsx'

interface Choosing {
  mapping: MappingView
  reply: FormReply | undefined
  /** The chosen field by the column's index. */
  chosen: readonly string[]
  choose: (index: number, field: string) => void
}

export function ColumnRows({ columns, ...choosing }: Choosing & { columns: readonly MappingColumn[] }) {
  return (
    <ul className="border-t border-line-strong">
      {columns.map((column) => (
        <ColumnRow key={column.index} column={column} {...choosing} />
      ))}
    </ul>
  )
}

function ColumnRow({ column, mapping, reply, chosen, choose }: Choosing & { column: MappingColumn }) {
  const t = useT()
  const { index, heading, letter } = column
  const field = chosen[index] ?? ''
  const name = columnChoice.name(index)
  const isSuggested = column.isSuggested && field === column.field
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-b border-line py-3 md:grid-cols-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="w-7 shrink-0 text-sm text-ink-soft tabular-nums">{letter}</span>
          <bdi className="font-medium break-words">{heading}</bdi>
        </p>
        <Samples samples={column.samples} />
        <input type="hidden" name={columnHeading.name(index)} value={heading} />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-48">
          <SelectField
            name={name}
            label={t('imports.fills', { heading })}
            labelHidden
            emptyLabel={t('imports.not_read')}
            groups={mapping.groups}
            value={field}
            onChange={(event) => choose(index, event.currentTarget.value)}
            error={errorOf(reply, name, t)}
          />
        </div>
        {isSuggested && (
          <>
            <Tag tone="amber">{t('imports.suggested')}</Tag>
            <Button type="button" variant="quiet" onClick={() => choose(index, '')}>
              {t('imports.not_this')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

function Samples({ samples }: { samples: readonly string[] }) {
  const t = useT()
  if (samples.length === 0) return <p className="ps-9 text-sm text-ink-soft">{t('imports.column_empty')}</p>
  return (
    <ul
      aria-label={t('imports.samples')}
      className="flex max-w-full flex-wrap gap-x-4 ps-9 text-sm text-ink-soft"
    >
      {samples.map((sample) => (
        <li key={sample} className="max-w-64 truncate">
          <bdi>{sample}</bdi>
        </li>
      ))}
    </ul>
  )
}
