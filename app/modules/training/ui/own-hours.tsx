// My hours: what waits on this phone, what is required and reached, the cycle in a picture, and each report with what of it counts.
import { useRevalidator } from '@remix-run/react'
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { useOutbox } from '#app/platform/outbox/use-outbox.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { EntryLine, HoursView, PartView } from '../hours.view.server.ts'
import { WaitingReports } from './waiting-reports.tsx'
import { useT } from './words.tsx'

interface OwnHoursProps {
  view: HoursView | null
  /** The reader's account: what it left on this phone is shown. */
  holder: string
}

export function OwnHours({ view, holder }: OwnHoursProps) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const outbox = useOutbox(holder, revalidate)
  if (!view) {
    return (
      <>
        <PageHeader title={t('training.mine')} />
        <EmptyState title={t('training.no_place')}>{t('training.no_place_about')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('training.mine')}
        description={t('training.mine_about')}
        actions={
          <>
            <LinkButton href="/me/hours/new" variant="primary" icon="plus">
              {t('training.report_one')}
            </LinkButton>
            {view.againHref && <LinkButton href={view.againHref}>{t('training.report_again')}</LinkButton>}
          </>
        }
      />
      <WaitingReports outbox={outbox} />
      <HoursBody view={view} />
    </>
  )
}

/** What is required, reported and counted: on one's own page, and on the page of who checks. */
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

export interface KindsProps {
  kinds: readonly { href: string; label: string; about: string }[]
}

/** First the kind: the form then asks only what it needs. */
export function ChooseKind({ kinds }: KindsProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('training.choose_kind')} description={t('training.choose_kind_about')} />
      <ul aria-label={t('training.kinds')} className="grid gap-3 md:grid-cols-2">
        {kinds.map(({ href, label, about }) => (
          <li key={href} className="rounded border border-line p-4">
            <TextLink href={href}>{label}</TextLink>
            <p className="mt-1 text-ink-soft text-sm">{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
