// Who reaches the statutory retirement age soon, and who is past it and still in service.

import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { useT } from './words.tsx'

export interface RetiringRow {
  personId: string
  name: string
  staffNumber: string
  organisation: string
  birthDate: string
  retiresOn: string
}

type RetiringPart = { rows: readonly RetiringRow[]; total: string; isCut: boolean }

interface RetiringListsProps {
  soon: RetiringPart
  overdue: RetiringPart
  /** Where the workbook of all of them is; null for who may not export. */
  exportHref: string | null
}

export function RetiringLists({ exportHref, ...lists }: RetiringListsProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('staff.retiring_title')}
        description={t('staff.retiring_about')}
        actions={
          exportHref && (
            <LinkButton href={exportHref} icon="file-spreadsheet" download>
              {t('staff.export')}
            </LinkButton>
          )
        }
        trail={
          <Breadcrumbs label={t('staff.trail')} crumbs={[{ href: '/staff', label: t('staff.list_title') }]} />
        }
      />
      {(['overdue', 'soon'] as const).map((name) => (
        <Section
          key={name}
          id={name}
          title={t(`staff.retiring_${name}`)}
          description={countText(lists[name], t)}
        >
          <RetiringTable caption={t(`staff.retiring_${name}`)} rows={lists[name].rows} />
        </Section>
      ))}
    </>
  )
}

function countText({ rows, total, isCut }: RetiringPart, t: ReturnType<typeof useT>): string | null {
  if (rows.length === 0) return null
  return isCut ? t('staff.retiring_cut', { total, shown: rows.length }) : t('staff.total', { total })
}

function RetiringTable({ caption, rows }: { caption: string; rows: readonly RetiringRow[] }) {
  const t = useT()
  const columns: Column<RetiringRow>[] = [
    { key: 'name', header: t('staff.name'), cell: (row) => row.name, primary: true },
    { key: 'number', header: t('staff.number'), cell: (row) => row.staffNumber },
    { key: 'organisation', header: t('staff.organisation'), cell: (row) => row.organisation, wrap: true },
    { key: 'born', header: t('staff.born'), cell: (row) => row.birthDate },
    { key: 'retires', header: t('staff.retires_on'), cell: (row) => row.retiresOn },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.personId}
      rowHref={(row) => `/staff/${row.personId}`}
      empty={<p className="text-ink-soft">{t('staff.retiring_none')}</p>}
    />
  )
}
