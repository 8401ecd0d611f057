// What waits for the reader: open one, or approve several at once.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { InboxRow, inboxView } from '../inbox.view.server.ts'
import { ApprovalTabs } from './approval-tabs.tsx'
import { inboxList } from './inbox-list-spec.ts'
import { useT } from './words.tsx'

const FORM = 'bulk'

const cells: Cells<keyof typeof inboxList.columns, InboxRow> = {
  title: (row) => row.title,
  process: (row) => row.process,
  step: (row) => row.step,
  school: (row) => row.school,
  opened: (row) => row.openedBy,
  due: (row) =>
    row.late ? (
      <span className="flex flex-wrap items-center gap-2 tabular-nums">
        {row.due}
        <Tag tone="amber">{row.late}</Tag>
      </span>
    ) : (
      <span className="tabular-nums">{row.due}</span>
    ),
}

interface InboxProps {
  view: RowsOnce<Awaited<ReturnType<typeof inboxView>>>
  error: string | undefined
}

export function Inbox({ view, error }: InboxProps) {
  const t = useT()
  const isEmpty = view.rows?.length === 0
  return (
    <>
      <ListPage
        list={inboxList}
        about={t('approval.about')}
        exports="/approvals/export.xlsx"
        count={view.total}
        pages={view.pages}
        rows={view.rows}
        cells={cells}
        rowKey={(row) => row.id}
        rowHref={(row) => `/approvals/${row.id}`}
        selection={{
          name: 'case',
          form: FORM,
          header: t('approval.choose'),
          labelFor: (row) => t('approval.choose_one', { title: row.title }),
        }}
        empty={<EmptyState title={t('approval.none')}>{t('approval.none_about')}</EmptyState>}
      >
        <ApprovalTabs />
        {error && (
          <div role="alert">
            <Notice tone="danger" word={error} />
          </div>
        )}
      </ListPage>
      {!isEmpty && <BulkApproval />}
    </>
  )
}

function BulkApproval() {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <Section id="several" title={t('approval.bulk')} description={t('approval.bulk_about')}>
      <Form method="post" id={FORM} className="flex max-w-form flex-col items-start gap-4">
        <FormKey />
        <TextField name="comment" label={t('approval.bulk_comment')} />
        <Button variant="primary" pending={pending}>
          {t('approval.bulk_save')}
        </Button>
      </Form>
    </Section>
  )
}
