// The fields of one group with the column that each is read from.
import { useState } from 'react'
import { errorOf, type FormReply, typedValue } from '#app/platform/forms/form-reply.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { choiceName } from './mapping-choice.ts'
import type { MappingField, MappingGroup, MappingView } from './views.ts'
import { useT } from './words.tsx'

interface GroupProps {
  group: MappingGroup
  mapping: MappingView
  reply: FormReply | undefined
}

export function MappingGroupRows({ group, mapping, reply }: GroupProps) {
  const t = useT()
  const isOpen = (field: MappingField) =>
    field.isShown ||
    typedValue(reply, choiceName(field.key)) !== '' ||
    reply?.errors[choiceName(field.key)] !== undefined
  const shown = group.fields.filter(isOpen)
  const folded = group.fields.filter((field) => !isOpen(field))
  const row = (field: MappingField) => (
    <FieldRow key={field.key} field={field} mapping={mapping} reply={reply} />
  )
  return (
    <Section
      id={`group-${group.key}`}
      title={group.label}
      description={group.isRequired ? t('imports.group_required') : undefined}
    >
      {shown.length > 0 && <ul className="border-t border-line-strong">{shown.map(row)}</ul>}
      {folded.length > 0 && (
        <Disclosure label={t('imports.group_folded', { count: folded.length })}>
          <ul>{folded.map(row)}</ul>
        </Disclosure>
      )}
    </Section>
  )
}

interface FieldRowProps extends Omit<GroupProps, 'group'> {
  field: MappingField
}

function FieldRow({ field, mapping, reply }: FieldRowProps) {
  const t = useT()
  const name = choiceName(field.key)
  const initial = typedValue(reply, name, field.choice)
  const [chosen, setChosen] = useState(initial)
  const column = mapping.columns.find((one) => one.heading === chosen)
  const isSuggestion = column !== undefined && !mapping.isKnown && chosen === field.choice
  const columns = mapping.columns.map((one) => ({
    value: one.heading,
    label: t('imports.column', { letter: one.letter, heading: one.heading }),
  }))
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-line py-4 md:grid-cols-2">
      <SelectField
        name={name}
        label={field.label}
        emptyLabel={t('imports.no_column')}
        options={field.fixed.length > 0 ? undefined : columns}
        groups={
          field.fixed.length > 0
            ? [
                { label: t('imports.columns_of_file'), options: columns },
                { label: t('imports.every_row'), options: field.fixed },
              ]
            : undefined
        }
        defaultValue={initial}
        onChange={(event) => setChosen(event.currentTarget.value)}
        error={errorOf(reply, name, t)}
      />
      {column && (
        <div className="flex min-w-0 flex-col items-start gap-1.5 md:justify-end md:pb-1">
          {isSuggestion && <Tag tone="amber">{t('imports.suggested')}</Tag>}
          <Samples samples={column.samples} />
        </div>
      )}
    </li>
  )
}

function Samples({ samples }: { samples: readonly string[] }) {
  const t = useT()
  if (samples.length === 0) return <p className="text-sm text-ink-soft">{t('imports.column_empty')}</p>
  return (
    <dl className="flex max-w-full flex-wrap gap-x-3 text-sm">
      <dt className="text-ink-soft">{t('imports.samples')}</dt>
      {samples.map((sample) => (
        <dd key={sample} className="max-w-64 truncate">
          <bdi>{sample}</bdi>
        </dd>
      ))}
    </dl>
  )
}
