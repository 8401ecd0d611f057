// What a county's year is made of, on its page and in its report: items, groups that explain, the method.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { CountyView } from '../parity.view.server.ts'
import { useT } from './parity-words.tsx'

type ItemLine = Pick<CountyView['items'][number], 'key' | 'name' | 'counts' | 'average' | 'paid' | 'why'>

export function Items({ items, total }: { items: readonly ItemLine[]; total: string }) {
  const t = useT()
  const columns: Column<ItemLine>[] = [
    { key: 'name', header: t('pay.col_item'), cell: (row) => row.name, primary: true },
    {
      ...{ key: 'counts', header: t('pay.col_counts') },
      cell: (row) => (
        <Tag tone={row.counts ? 'green' : 'neutral'}>
          {row.counts ? t('pay.counts') : t('pay.counts_not')}
        </Tag>
      ),
    },
    { key: 'average', header: t('pay.col_item_average'), cell: (row) => row.average, align: 'end' },
    { key: 'paid', header: t('pay.col_paid'), cell: (row) => row.paid, align: 'end' },
    { key: 'why', header: t('pay.col_reason'), cell: (row) => row.why, wrap: true, hideOnPhone: true },
  ]
  return (
    <>
      <DataTable
        caption={t('pay.items')}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(row) => row.key}
      />
      <p className="mt-2 text-end font-semibold tabular-nums">{t('pay.counted_total', { total })}</p>
    </>
  )
}

type PartLine = CountyView['parts'][number]

/** Where teachers are behind civil servants, part by part. */
export function Parts({ parts }: { parts: readonly PartLine[] }) {
  const t = useT()
  const columns: Column<PartLine>[] = [
    { key: 'label', header: t('pay.col_part'), cell: (row) => row.label, primary: true },
    { key: 'average', header: t('pay.col_average'), cell: (row) => row.average, align: 'end' },
    { key: 'benchmark', header: t('pay.col_benchmark'), cell: (row) => row.benchmark, align: 'end' },
    { key: 'difference', header: t('pay.col_difference'), cell: (row) => row.difference, align: 'end' },
  ]
  return (
    <DataTable
      caption={t('pay.parts')}
      captionHidden
      columns={columns}
      rows={parts}
      rowKey={(row) => row.key}
    />
  )
}

/** A section a dimension; of one that nobody is in, none. */
export function Groups({ groups }: { groups: CountyView['groups'] }) {
  return groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ key, title, lines }) => (
      <Section key={key} id={`by-${key}`} title={title}>
        <GroupTable title={title} lines={lines} />
      </Section>
    ))
}

type GroupLine = CountyView['groups'][number]['lines'][number]

function GroupTable({ title, lines }: { title: string; lines: readonly GroupLine[] }) {
  const t = useT()
  const columns: Column<GroupLine>[] = [
    { key: 'label', header: title, cell: (row) => row.label, primary: true },
    { key: 'people', header: t('pay.col_people'), cell: (row) => row.people, align: 'end' },
    { key: 'average', header: t('pay.col_average'), cell: (row) => row.average, align: 'end' },
  ]
  return <DataTable caption={title} captionHidden columns={columns} rows={lines} rowKey={(row) => row.key} />
}

export function Method({ lines }: { lines: readonly string[] }) {
  const t = useT()
  return (
    <Section id="method" title={t('pay.method')}>
      <ol className="list-decimal ps-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Section>
  )
}
