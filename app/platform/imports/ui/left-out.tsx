// Rows of the sheet that were taken for no data, why, and the way to take some in after all.
import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/section.tsx'
import type { LeftOutView } from './views.ts'
import { useT } from './words.tsx'

type Row = LeftOutView['rows'][number]

interface LeftOutProps {
  leftOut: LeftOutView
  canTakeIn: boolean
}

export function LeftOut({ leftOut: { rows, count }, canTakeIn }: LeftOutProps) {
  const t = useT()
  const isTaking = useNavigation().state === 'submitting'
  if (rows.length === 0) return null
  const columns: Column<Row>[] = [
    {
      key: 'text',
      header: t('imports.left_out_text'),
      primary: true,
      wrap: true,
      cell: (row) => <bdi>{row.text}</bdi>,
    },
    { key: 'place', header: t('imports.row_number'), cell: (row) => row.place },
    { key: 'kind', header: t('imports.left_out_kind'), cell: (row) => row.kind },
  ]
  if (canTakeIn)
    columns.push({
      key: 'take',
      header: t('imports.take_in'),
      cell: (row) =>
        row.canTakeIn && (
          <input
            type="checkbox"
            name="takeIn"
            value={row.rowNumber}
            aria-label={t('imports.take_in_row', { row: row.place })}
            className="size-5 accent-accent-fill"
          />
        ),
    })
  return (
    <Section id="left-out" title={t('imports.left_out', { count })} description={t('imports.left_out_about')}>
      <Disclosure label={t('imports.left_out_show')}>
        <Form method="post" className="flex flex-col gap-4">
          <DataTable
            caption={t('imports.left_out', { count })}
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.rowNumber)}
          />
          {canTakeIn && rows.some((row) => row.canTakeIn) && (
            <ButtonRow>
              <Button pending={isTaking}>{t('imports.take_in_save')}</Button>
            </ButtonRow>
          )}
        </Form>
      </Disclosure>
    </Section>
  )
}
