// A head's own page of cohorts, phone first: those that call, and the own candidacy.
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { OwnCohortEntry, OwnCohortView } from './own.view.server.ts'

export function OwnCohorts({ rows }: { rows: readonly OwnCohortEntry[] }) {
  const t = useT()
  const columns: Column<OwnCohortEntry>[] = [
    { key: 'title', header: t('cohort.name'), cell: (row) => row.title, primary: true, wrap: true },
    { key: 'bureau', header: t('cohort.bureau'), cell: (row) => row.bureau },
    { key: 'window', header: t('cohort.window'), cell: (row) => row.window },
    {
      key: 'state',
      header: t('cohort.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  return (
    <>
      <PageHeader title={t('cohort.own')} description={t('cohort.own_about')} />
      <DataTable
        caption={t('cohort.own')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        empty={<EmptyState title={t('cohort.own_none')}>{t('cohort.own_none_about')}</EmptyState>}
      />
    </>
  )
}

export function OwnCohort({ view, reply }: { view: OwnCohortView; reply: ActReply | undefined }) {
  const t = useT()
  const which = reply?.values?.which
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('cohort.trail')}
            crumbs={[{ href: '/me/principals', label: t('cohort.own') }]}
          />
        }
        title={view.title}
        tags={view.state && <Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={view.why && <Why {...view.why} />}
      />
      {!view.may && <Notice tone="warning" word={t('candidate.may_not')} />}
      <FactList facts={view.facts} />
      {view.about && <p className="max-w-prose whitespace-pre-wrap">{view.about}</p>}
      {view.acts.length > 0 && (
        <div className="flex flex-wrap gap-4">
          {view.acts.map(({ act, form }) => (
            <FormBody key={act} view={form} reply={which === act ? reply : undefined} />
          ))}
        </div>
      )}
      {view.form && (
        <Section id="apply" title={view.form.title}>
          <FormBody view={view.form} reply={which === 'apply' ? reply : undefined} />
        </Section>
      )}
      {view.plan && (
        <Section id="plan" title={t('candidate.plan')}>
          <p className="max-w-prose whitespace-pre-wrap">{view.plan}</p>
        </Section>
      )}
    </>
  )
}
