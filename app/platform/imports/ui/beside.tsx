// What writing the batch would make besides its rows.
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { BesideTable } from '../batch.ts'

export function Beside({ tables }: { tables: readonly BesideTable[] }) {
  return tables.map(({ title, about, headings, rows }) => (
    <Section key={title} id={`beside-${title}`} title={title} description={about}>
      <DataTable
        caption={title}
        columns={headings.map((header, at) => ({
          key: String(at),
          header,
          primary: at === 0,
          cell: (row: string[]) => row[at] ?? '',
        }))}
        rows={rows}
        rowKey={(row) => row.join(' ')}
      />
    </Section>
  ))
}
