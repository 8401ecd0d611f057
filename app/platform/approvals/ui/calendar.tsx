// The days that are worked or free otherwise than the known calendar has them.
import { Form } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { calendarView } from '../calendar.view.server.ts'
import type { TermsView } from '../terms.view.server.ts'
import { useT } from './words.tsx'

interface CalendarProps {
  view: Awaited<ReturnType<typeof calendarView>> & { terms: TermsView }
  reply: ActReply | undefined
}

export function Calendar({ view, reply }: CalendarProps) {
  const t = useT()
  const isOfTerm = reply?.values?.which === 'term'
  return (
    <>
      <PageHeader title={t('calendar.title')} description={t('calendar.about')} />
      {view.unknown && <Notice tone="warning" word={view.unknown} />}
      <DataTable
        caption={t('calendar.title')}
        columns={[
          {
            key: 'day',
            header: t('calendar.day'),
            primary: true,
            cell: (row) => <span className="tabular-nums">{row.day}</span>,
          },
          { key: 'weekday', header: t('calendar.weekday'), cell: (row) => row.weekday },
          { key: 'kind', header: t('calendar.kind'), cell: (row) => row.kind },
          { key: 'source', header: t('calendar.source'), wrap: true, cell: (row) => row.source },
          {
            key: 'drop',
            header: t('calendar.drop'),
            cell: (row) => view.form && <Drop name="drop" value={row.id} />,
          },
        ]}
        rows={view.days}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('calendar.none')}>{t('calendar.none_about')}</EmptyState>}
      />
      {view.form && (
        <Section id="new" title={t('calendar.new')}>
          <FormBody view={view.form} reply={isOfTerm ? undefined : reply} />
        </Section>
      )}
      <Section id="terms" title={t('school_term.title')} description={t('school_term.about')}>
        <Terms view={view.terms} />
      </Section>
      {view.terms.form && (
        <Section id="new-term" title={t('school_term.new')}>
          <FormBody view={view.terms.form} reply={isOfTerm ? reply : undefined} />
        </Section>
      )}
    </>
  )
}

function Terms({ view }: { view: TermsView }) {
  const t = useT()
  return (
    <DataTable
      caption={t('school_term.title')}
      captionHidden
      columns={[
        { key: 'term', header: t('school_term.name'), primary: true, cell: (row) => row.term },
        { key: 'first', header: t('school_term.first'), cell: (row) => row.first },
        { key: 'last', header: t('school_term.last'), cell: (row) => row.last },
        { key: 'source', header: t('calendar.source'), wrap: true, cell: (row) => row.source },
        {
          key: 'drop',
          header: t('calendar.drop'),
          cell: (row) => view.form && <Drop name="dropTerm" value={row.id} />,
        },
      ]}
      rows={view.rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('school_term.none')}>{t('school_term.none_about')}</EmptyState>}
    />
  )
}

/** At once, without asking: it is told again as easily. */
function Drop({ name, value }: { name: 'drop' | 'dropTerm'; value: string }) {
  const t = useT()
  return (
    <Form method="post">
      <FormKey />
      <input type="hidden" name={name} value={value} />
      <Button variant="quiet">{t('calendar.drop')}</Button>
    </Form>
  )
}
