// Public notices: the list, and one with its names and the form of an objection. Read without signing in.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { DataTable, DrawnRows } from '#app/ui/data-table.tsx'
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

type Names = ReturnType<typeof noticeView>['rows']

/** Hundreds of names at once, read by whoever comes: plain cells, styled by their table, and the same table on a phone. */
function Names({ rows }: { rows: Names | undefined }) {
  const t = useT()
  return (
    <table className="names-table">
      <caption className="sr-only">{t('notice.rows')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('notice.name')}</th>
          <th scope="col">{t('notice.school')}</th>
          <th scope="col">{t('notice.note')}</th>
        </tr>
      </thead>
      <DrawnRows isDrawn={!rows}>
        {rows?.map(({ id, name, organisation, note }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{organisation}</td>
            <td>{note}</td>
          </tr>
        ))}
      </DrawnRows>
    </table>
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
      {view.state.key !== 'replaced' && <Names rows={view.rows} />}
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
