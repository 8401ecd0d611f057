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
import { useT } from './words.tsx'

interface CalendarProps {
  view: Awaited<ReturnType<typeof calendarView>>
  reply: ActReply | undefined
}

export function Calendar({ view, reply }: CalendarProps) {
  const t = useT()
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
            cell: (row) => view.form && <DropDay day={row.id} />,
          },
        ]}
        rows={view.days}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('calendar.none')}>{t('calendar.none_about')}</EmptyState>}
      />
      {view.form && (
        <Section id="new" title={t('calendar.new')}>
          <FormBody view={view.form} reply={reply} />
        </Section>
      )}
    </>
  )
}

/** At once, without asking: it is told again as easily. */
function DropDay({ day }: { day: string }) {
  const t = useT()
  return (
    <Form method="post">
      <FormKey />
      <input type="hidden" name="drop" value={day} />
      <Button variant="quiet">{t('calendar.drop')}</Button>
    </Form>
  )
}
