// Samples: those drawn, and what one has drawn.
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage, ListRows } from '#app/platform/lists/ui/list-page.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { DrawnRowView, SampleListView, SampleRowView, SampleView } from '../sample.view.server.ts'
import { drawnList, sampleList } from './lists.ts'
import { useT } from './oversight-words.tsx'
import { TrainingTabs } from './training-tabs.tsx'

const digits = (text: string) => <span className="whitespace-nowrap tabular-nums">{text}</span>

const sampleCells: Cells<keyof typeof sampleList.columns, SampleRowView> = {
  county: (row) => row.county,
  days: (row) => digits(row.days),
  drawnAt: (row) => digits(row.drawnAt),
  drawnBy: (row) => row.drawnBy,
  drawn: (row) => digits(row.drawn),
  judged: (row) => digits(row.judged),
  failed: (row) => digits(row.failed),
}

export function Samples({ view }: { view: RowsOnce<SampleListView> }) {
  const t = useT()
  return (
    <ListPage
      list={sampleList}
      about={t('training.samples_about')}
      actions={
        view.canDraw && (
          <LinkButton href="/training/samples/new" variant="primary" icon="plus">
            {t('training.draw')}
          </LinkButton>
        )
      }
      exports="/training/samples/export.xlsx"
      count={view.total}
      pages={{}}
      rows={view.rows}
      cells={sampleCells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('training.samples_none')}>{t('training.samples_none_about')}</EmptyState>}
    >
      <TrainingTabs />
    </ListPage>
  )
}

const drawnCells: Cells<keyof typeof drawnList.columns, DrawnRowView> = {
  name: (row) => row.name,
  number: (row) => digits(row.number),
  school: (row) => row.school,
  title: (row) => row.title,
  hours: (row) => digits(row.hours),
  why: (row) => row.why,
  verdict: ({ verdict }) => <Tag tone={verdict.tone}>{verdict.label}</Tag>,
  note: (row) => row.note,
}

export function Sample({ view }: { view: SampleView }) {
  const t = useT()
  const trail = [{ href: '/training/samples', label: t('training.samples') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('training.trail')} crumbs={trail} />}
        title={view.title}
        description={view.about}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('training.export')}
          </LinkButton>
        }
      />
      <FactList facts={view.facts} columns={2} />
      <ListRows
        list={drawnList}
        rows={view.rows}
        cells={drawnCells}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
      />
    </>
  )
}
