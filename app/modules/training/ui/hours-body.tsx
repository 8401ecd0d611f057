// What is required, reported and counted, on one's own page and on the page of who checks: figures, entries, parts, the cycle's picture.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { EntryLine, HoursView, PartView } from '../hours.view.server.ts'
import { useT } from './words.tsx'

export function HoursBody({ view }: { view: HoursView }) {
  const t = useT()
  return (
    <>
      <Tabs label={t('training.year_of')} tabs={view.years} />
      <Section id="required" title={t('training.required')}>
        <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
          {view.requirements.map(({ code, label, figures, note, isMet, value, max }) => (
            <div key={code} className="flex flex-col gap-1">
              <ProgressBar label={label} value={value} max={max} text={figures} />
              <p className={isMet ? 'text-green text-sm' : 'text-sm text-ink-soft'}>{note}</p>
            </div>
          ))}
        </div>
      </Section>
      <Section id="entries" title={t('training.entries_of', { year: view.year })}>
        {view.entries.length === 0 ? (
          <EmptyState title={t('training.none_yet')}>{t('training.none_yet_about')}</EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {view.entries.map((entry) => (
              <li key={entry.id}>
                <EntryItem entry={entry} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="parts" title={t('training.parts')}>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          <Parts caption={t('training.by_level')} header={t('training.part_level')} parts={view.levels} />
          <Parts
            caption={t('training.by_category')}
            header={t('training.part_category')}
            parts={view.categories}
          />
        </div>
      </Section>
      <Section id="cycle" title={t('training.cycle_picture')}>
        <div className="max-w-form">
          <ChartFigure {...view.picture} />
        </div>
      </Section>
    </>
  )
}

function EntryItem({ entry }: { entry: EntryLine }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <div className="flex min-w-0 flex-col gap-0.5">
        <TextLink href={entry.href}>{entry.title}</TextLink>
        <p className="text-ink-soft text-sm">
          {entry.about} · <span className="tabular-nums">{entry.days}</span>
        </p>
        {entry.limit && <p className="text-amber text-sm">{entry.limit}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-3 tabular-nums">
        <span>{entry.counted ?? entry.hours}</span>
        <Tag tone={entry.state.tone}>{entry.state.label}</Tag>
      </div>
    </div>
  )
}

interface PartsProps {
  caption: string
  header: string
  parts: readonly PartView[]
}

function Parts({ caption, header, parts }: PartsProps) {
  const t = useT()
  const columns: Column<PartView>[] = [
    { key: 'label', header, cell: (row) => row.label, primary: true },
    { key: 'approved', header: t('training.part_approved'), cell: (row) => row.approved, align: 'end' },
    { key: 'most', header: t('training.part_most'), cell: (row) => row.most, align: 'end' },
  ]
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={parts} rowKey={(row) => row.code} />
  )
}
