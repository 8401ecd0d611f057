// One call: where it stands, what was sent, who judges, what the bureau does next.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { CallApplicationView, CallView } from './call.view.server.ts'

export function CallPage({ view }: { view: CallView }) {
  const t = useT()
  const { links, acts } = view
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/studios/calls', label: t('call.title') }]}
          />
        }
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            {acts.map(({ href, label, isNext }) => (
              <LinkButton key={href} href={href} {...(isNext && { variant: 'primary' })}>
                {label}
              </LinkButton>
            ))}
            {links.case && <LinkButton href={links.case}>{t('call.to_case')}</LinkButton>}
          </>
        }
      />
      {view.steps.length > 0 && (
        <Steps
          label={t('call.steps')}
          words={{ done: t('call.step_done'), current: t('call.step_current'), ahead: t('call.step_ahead') }}
          steps={view.steps}
        />
      )}
      <FactList facts={view.facts} />
      {view.about && <p className="max-w-prose whitespace-pre-wrap">{view.about}</p>}
      <Section id="applications" title={t('call.applications')} description={view.count}>
        {view.applications.length === 0 ? (
          <EmptyState title={t('call.no_applications')}>{t('call.no_applications_about')}</EmptyState>
        ) : (
          <>
            <div className="mb-4">
              <LinkButton href={links.export} icon="file-spreadsheet" download>
                {t('studios.export')}
              </LinkButton>
            </div>
            <Applications view={view} />
          </>
        )}
      </Section>
      {view.experts.length > 0 && <Experts experts={view.experts} />}
    </>
  )
}

function Applications({ view: { applications, showsScores } }: { view: CallView }) {
  const t = useT()
  const columns: Column<CallApplicationView>[] = [
    { key: 'name', header: t('call.applicant'), cell: (row) => row.name, primary: true },
    { key: 'studio', header: t('application.name'), cell: (row) => row.studio, wrap: true },
    { key: 'school', header: t('application.school'), cell: (row) => row.school, wrap: true },
    { key: 'teaching', header: t('application.teaching'), cell: (row) => row.teaching },
    {
      key: 'state',
      header: t('call.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
    ...(showsScores
      ? [
          {
            key: 'mean',
            header: t('call.mean'),
            cell: (row: CallApplicationView) => row.mean,
            align: 'end' as const,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('call.applications')}
      captionHidden
      columns={columns}
      rows={applications}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href ?? undefined}
    />
  )
}

function Experts({ experts }: { experts: CallView['experts'] }) {
  const t = useT()
  const columns: Column<CallView['experts'][number]>[] = [
    { key: 'name', header: t('call.expert'), cell: (row) => row.name, primary: true },
    { key: 'username', header: t('call.username'), cell: (row) => row.username },
    { key: 'scored', header: t('call.scored'), cell: (row) => row.scored },
  ]
  return (
    <Section id="experts" title={t('call.experts')} description={t('call.experts_blind')}>
      <DataTable
        caption={t('call.experts')}
        captionHidden
        columns={columns}
        rows={experts}
        rowKey={(row) => row.username}
      />
    </Section>
  )
}
