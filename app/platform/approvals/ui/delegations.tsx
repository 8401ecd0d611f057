// Who decides for whom while they are away.
import { Form } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { delegationsView } from '../delegations.view.server.ts'
import { ApprovalTabs } from './approval-tabs.tsx'
import { useT } from './words.tsx'

interface DelegationsProps {
  view: Awaited<ReturnType<typeof delegationsView>>
  reply: ActReply | undefined
}

export function Delegations({ view, reply }: DelegationsProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('delegation.title')} description={t('delegation.about')} />
      <ApprovalTabs />
      <DataTable
        caption={t('delegation.title')}
        columns={[
          { key: 'from', header: t('delegation.from'), primary: true, cell: (row) => row.from },
          { key: 'to', header: t('delegation.to'), cell: (row) => row.to },
          { key: 'first', header: t('delegation.first_day'), cell: (row) => row.first },
          { key: 'last', header: t('delegation.last_day'), cell: (row) => row.last },
          { key: 'reason', header: t('delegation.reason'), wrap: true, cell: (row) => row.reason },
          {
            key: 'end',
            header: t('delegation.end'),
            cell: (row) => row.isOwn && <EndDelegation id={row.id} />,
          },
        ]}
        rows={view.delegations}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('delegation.none')} />}
      />
      <Section id="new" title={t('delegation.new')}>
        <FormBody view={view.form} reply={reply} />
      </Section>
    </>
  )
}

/** At once, without asking: it is given again as easily. */
function EndDelegation({ id }: { id: string }) {
  const t = useT()
  return (
    <Form method="post">
      <FormKey />
      <input type="hidden" name="end" value={id} />
      <Button variant="quiet">{t('delegation.end')}</Button>
    </Form>
  )
}
