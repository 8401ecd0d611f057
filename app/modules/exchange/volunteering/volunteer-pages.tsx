// The volunteers of a round, and one of them, for officers.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { Points, Ranked } from './own-page.tsx'
import type { VolunteersView, VolunteerView } from './volunteer.view.server.ts'
import { useT } from './words.tsx'

type Row = VolunteersView['rows'][number]

export function Volunteers({ view }: { view: VolunteersView }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'name', header: t('volunteer.name'), cell: (row) => row.name, primary: true },
    { key: 'school', header: t('volunteer.school'), cell: (row) => row.school, wrap: true },
    { key: 'teaching', header: t('volunteer.teaching'), cell: (row) => row.teaching },
    { key: 'points', header: t('volunteer.points_of'), cell: (row) => row.points, align: 'end' },
    { key: 'unchecked', header: t('volunteer.unchecked'), cell: (row) => row.unchecked, align: 'end' },
    { key: 'unanswered', header: t('volunteer.unanswered'), cell: (row) => row.unanswered, align: 'end' },
  ]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={view.trail} />}
        title={t('volunteer.of_round')}
        description={view.count}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('exchange.export')}
          </LinkButton>
        }
      />
      {view.rows.length === 0 ? (
        <EmptyState title={t('volunteer.none')}>{t('volunteer.none_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('volunteer.of_round')}
          captionHidden
          columns={columns}
          rows={view.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => row.href}
        />
      )}
      <Pagination
        label={t('volunteer.of_round')}
        countText={view.count}
        {...view.pages}
        words={{ first: t('exchange.first'), previous: t('exchange.previous'), next: t('exchange.next') }}
      />
    </>
  )
}

interface VolunteerProps {
  view: VolunteerView
  reply: ActReply | undefined
}

export function Volunteer({ view, reply }: VolunteerProps) {
  const t = useT()
  const which = reply?.values?.which
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={view.trail} />}
        title={view.title}
        description={view.description}
        actions={view.staffHref && <LinkButton href={view.staffHref}>{t('due.staff_record')}</LinkButton>}
      />
      <Ranked ranked={view.ranked} />
      {view.statement && (
        <Section id="statement" title={t('volunteer.statement')}>
          <p className="max-w-form whitespace-pre-line break-words">{view.statement}</p>
        </Section>
      )}
      {view.points && <Points points={view.points} />}
      {view.claims && (
        <Section id="claims" title={t('volunteer.claims')} description={t('volunteer.claims_about')}>
          <FormBody view={view.claims} reply={which === 'claims' ? reply : undefined} />
        </Section>
      )}
      {view.contests.map((one) => (
        <Section key={one.id} id={`contest-${one.id}`} title={t('volunteer.contest')} description={one.by}>
          <p className="max-w-form whitespace-pre-line break-words">{one.text}</p>
          <p className="font-medium">{one.answer}</p>
          {one.form && (
            <FormBody
              view={one.form}
              reply={which === 'answer' && reply?.values?.contestId === one.id ? reply : undefined}
            />
          )}
        </Section>
      ))}
    </>
  )
}
