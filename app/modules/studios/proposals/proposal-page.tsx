// One proposal: how far its making is, who could visit whom and why, what the leaders say, which schools stay without.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useAgainWhile } from '#app/ui/use-again-while.tsx'
import { useT } from '../coverage-words.tsx'
import type { ProposalView, ProposedEntry } from './proposal.view.server.ts'

export function Proposal({ view, reply }: { view: ProposalView; reply: ActReply | undefined }) {
  const t = useT()
  useAgainWhile(view.running !== null)
  const act = view.cancel ?? view.send
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/studios/proposals', label: t('proposal.title') }]}
          />
        }
        title={view.term}
        description={view.made}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          view.proposed.length > 0 && (
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('studios.export')}
            </LinkButton>
          )
        }
      />
      {view.running !== null && (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
          <ProgressBar label={view.state.label} text={view.running} />
        </>
      )}
      {view.proof && <p className="text-ink-soft">{view.proof}</p>}
      {view.send && <p>{t('proposal.send_about')}</p>}
      {act && <FormBody view={act} reply={reply} />}
      {view.proposed.length > 0 && <Proposed rows={view.proposed} />}
      {view.unreached.length > 0 && <Unreached rows={view.unreached} />}
    </>
  )
}

function Proposed({ rows }: { rows: readonly ProposedEntry[] }) {
  const t = useT()
  const columns: Column<ProposedEntry>[] = [
    { key: 'studio', header: t('proposal.studio'), cell: (row) => row.studio, primary: true, wrap: true },
    { key: 'school', header: t('coverage.school'), cell: (row) => row.school, wrap: true },
    { key: 'county', header: t('coverage.county'), cell: (row) => row.county, hideOnPhone: true },
    { key: 'km', header: t('coverage.km'), cell: (row) => row.km, align: 'end' },
    { key: 'why', header: t('proposal.why'), cell: (row) => row.why, wrap: true },
    {
      key: 'state',
      header: t('proposal.answer'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
    { key: 'note', header: t('proposal.note'), cell: (row) => row.note, wrap: true },
  ]
  return (
    <Section id="proposed" title={t('proposal.proposed')}>
      <DataTable caption={t('proposal.proposed')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </Section>
  )
}

type UnreachedRow = ProposalView['unreached'][number]

function Unreached({ rows }: { rows: readonly UnreachedRow[] }) {
  const t = useT()
  const columns: Column<UnreachedRow>[] = [
    { key: 'name', header: t('coverage.school'), cell: (row) => row.name, primary: true },
    { key: 'why', header: t('proposal.unreached_why'), cell: (row) => row.why, wrap: true },
  ]
  return (
    <Section id="unreached" title={t('proposal.unreached')}>
      <DataTable caption={t('proposal.unreached')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </Section>
  )
}
