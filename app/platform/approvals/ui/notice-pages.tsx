// Public notices: the list, and one with its names and the form of an objection. Read without signing in.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { noticeRow, noticeView } from '../notice.view.server.ts'
import { useT } from './words.tsx'

export function NoticeList({ notices }: { notices: readonly ReturnType<typeof noticeRow>[] }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('notice.list_title')} description={t('notice.list_about')} />
      <DataTable
        caption={t('notice.list_title')}
        columns={[
          { key: 'title', header: t('notice.subject'), primary: true, cell: (row) => row.title },
          { key: 'kind', header: t('notice.kind'), cell: (row) => row.kind },
          { key: 'organisation', header: t('notice.organisation'), cell: (row) => row.organisation },
          { key: 'until', header: t('notice.until'), cell: (row) => row.until },
        ]}
        rows={notices}
        rowKey={(row) => row.id}
        rowHref={(row) => `/notices/${row.id}`}
        empty={<EmptyState title={t('notice.none')} />}
      />
    </>
  )
}

interface NoticePageProps {
  view: Omit<ReturnType<typeof noticeView>, 'rows'> & {
    rows: ReturnType<typeof noticeView>['rows'] | undefined
  }
  /** The objection is received; or what is wrong with it. */
  reply: (ActReply & { received?: boolean }) | undefined
}

export function NoticePage({ view, reply }: NoticePageProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={view.title}
        description={view.about}
        tags={<Tag tone={view.state.key === 'running' ? 'accent' : 'neutral'}>{view.state.label}</Tag>}
      />
      {reply?.received && (
        <div role="status">
          <Notice tone="success" word={t('notice.object_done')} />
        </div>
      )}
      {view.state.key !== 'replaced' && (
        <DataTable
          caption={t('notice.rows')}
          columns={[
            { key: 'name', header: t('notice.name'), primary: true, cell: (row) => row.name },
            { key: 'school', header: t('notice.school'), cell: (row) => row.organisation },
            { key: 'note', header: t('notice.note'), cell: (row) => row.note },
          ]}
          rows={view.rows}
          rowKey={(row) => row.id}
        />
      )}
      {view.form ? (
        <Section id="object" title={t('notice.object')} description={t('notice.object_about')}>
          <FormBody
            key={reply?.received ? 'received' : 'open'}
            view={view.form}
            reply={reply?.received ? undefined : reply}
          />
        </Section>
      ) : (
        <p className="text-ink-soft">{t('notice.closed')}</p>
      )}
    </>
  )
}
