// One cohort: its rules, its candidates, its judges, and the next step.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { CandidateEntry, CohortView, JudgeEntry, StandingEntry } from './cohort.view.server.ts'

export function CohortPage({ view, reply }: { view: CohortView; reply: ActReply | undefined }) {
  const t = useT()
  const { acts } = view
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('cohort.trail')} crumbs={view.trail} />}
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            {acts.judges && (
              <LinkButton href={acts.judges} variant="primary">
                {t('cohort.act_judges')}
              </LinkButton>
            )}
            {acts.places && <LinkButton href={acts.places}>{t('cohort.act_places')}</LinkButton>}
            {acts.callOff && <LinkButton href={acts.callOff}>{t('cohort.act_call_off')}</LinkButton>}
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('cohort.export')}
            </LinkButton>
          </>
        }
      />
      <FactList facts={view.facts} />
      {view.about && <p className="max-w-prose whitespace-pre-wrap">{view.about}</p>}
      {acts.move.map((form) => (
        <FormBody key={form.submitLabel} view={form} reply={reply} />
      ))}
      {view.standings.length > 0 && (
        <Section id="standings" title={t('cohort.standings')} description={t('cohort.standings_about')}>
          <Standings rows={view.standings} />
        </Section>
      )}
      <Section id="candidates" title={t('cohort.candidates')} description={view.count}>
        {view.candidates.length === 0 ? (
          <p>{t('cohort.candidates_none')}</p>
        ) : (
          <Candidates rows={view.candidates} />
        )}
      </Section>
      {view.judges.length > 0 && (
        <Section id="judges" title={t('cohort.judges')} description={t('cohort.drift_about')}>
          <Judges rows={view.judges} />
        </Section>
      )}
    </>
  )
}

function Candidates({ rows }: { rows: readonly CandidateEntry[] }) {
  const t = useT()
  const columns: Column<CandidateEntry>[] = [
    { key: 'name', header: t('candidate.name'), cell: (row) => row.name, primary: true },
    { key: 'position', header: t('candidate.position'), cell: (row) => row.position, align: 'end' },
    {
      key: 'school',
      header: t('candidate.school'),
      cell: ({ school, rural }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {school}
          {rural && <Tag tone="accent">{rural}</Tag>}
        </span>
      ),
      wrap: true,
    },
    { key: 'county', header: t('candidate.county'), cell: (row) => row.county },
    { key: 'stage', header: t('candidate.stage'), cell: (row) => row.stage, hideOnPhone: true },
    { key: 'total', header: t('candidate.total'), cell: (row) => row.total, align: 'end' },
    { key: 'place', header: t('candidate.place'), cell: (row) => row.place, align: 'end' },
    {
      key: 'state',
      header: t('cohort.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  const isDrawn = rows.some(({ position }) => position)
  const shown = isDrawn ? columns : columns.filter(({ key }) => !['position', 'total', 'place'].includes(key))
  return (
    <DataTable
      caption={t('cohort.candidates')}
      captionHidden
      columns={shown}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
    />
  )
}

function Standings({ rows }: { rows: readonly StandingEntry[] }) {
  const t = useT()
  const columns: Column<StandingEntry>[] = [
    {
      key: 'name',
      header: t('candidate.name'),
      cell: ({ name, isProposed }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {name}
          {isProposed && <Tag tone="green">{t('candidate.proposed')}</Tag>}
        </span>
      ),
      primary: true,
    },
    { key: 'position', header: t('candidate.position'), cell: (row) => row.position, align: 'end' },
    { key: 'total', header: t('candidate.total'), cell: (row) => row.total, align: 'end' },
    { key: 'sum', header: t('candidate.arithmetic'), cell: (row) => row.sum, wrap: true },
    { key: 'by', header: t('candidate.by'), cell: (row) => row.by, wrap: true },
  ]
  return (
    <DataTable
      caption={t('cohort.standings')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}

function Judges({ rows }: { rows: readonly JudgeEntry[] }) {
  const t = useT()
  const columns: Column<JudgeEntry>[] = [
    { key: 'name', header: t('cohort.judge'), cell: (row) => row.name, primary: true },
    { key: 'given', header: t('cohort.given'), cell: (row) => row.given },
    { key: 'conflicts', header: t('cohort.conflicts'), cell: (row) => row.conflicts, align: 'end' },
    { key: 'apart', header: t('cohort.apart'), cell: (row) => row.apart, align: 'end' },
  ]
  return (
    <DataTable
      caption={t('cohort.judges')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
