// One's own studios, and the calls that one can answer.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT as useMemberT } from '../member-words.tsx'
import { Wishes } from '../members/wishes.tsx'
import { useT } from '../own-words.tsx'
import type { OwnStudiosView } from './own.view.server.ts'

type StudioRow = OwnStudiosView['studios'][number]
type CallRow = OwnStudiosView['calls'][number]

interface OwnStudiosProps {
  view: OwnStudiosView
  reply: ActReply | undefined
}

export function OwnStudios({ view: { studios, calls, wishes, researchHref }, reply }: OwnStudiosProps) {
  const t = useT()
  const of = useMemberT()
  const studioColumns: Column<StudioRow>[] = [
    { key: 'name', header: t('studio.name'), cell: (row) => row.name, primary: true, wrap: true },
    { key: 'role', header: t('studio.role'), cell: (row) => row.role },
    { key: 'teaching', header: t('application.teaching'), cell: (row) => row.teaching },
    { key: 'school', header: t('studio.school'), cell: (row) => row.school, wrap: true },
    {
      key: 'state',
      header: t('studio.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  const callColumns: Column<CallRow>[] = [
    { key: 'title', header: t('call.name'), cell: (row) => row.title, primary: true, wrap: true },
    { key: 'bureau', header: t('call.bureau'), cell: (row) => row.bureau },
    { key: 'window', header: t('call.window'), cell: (row) => row.window },
    {
      key: 'state',
      header: t('call.state'),
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('studios.mine')}
        description={t('studios.mine_about')}
        actions={
          <>
            {researchHref && <LinkButton href={researchHref}>{t('researcher.own')}</LinkButton>}
            <LinkButton href="/me/studios/join">{of('member.join')}</LinkButton>
          </>
        }
      />
      {wishes.length > 0 && (
        <Section id="wishes" title={of('member.own_wishes')}>
          <Wishes rows={wishes} shows="studio" reply={reply} />
        </Section>
      )}
      {studios.length === 0 ? (
        <EmptyState title={t('studios.mine_none')}>{t('studios.mine_none_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('studios.mine')}
          captionHidden
          columns={studioColumns}
          rows={studios}
          rowKey={(row) => row.id}
          rowHref={(row) => row.href}
        />
      )}
      {calls.length > 0 && (
        <Section id="calls" title={t('call.title')}>
          <DataTable
            caption={t('call.title')}
            captionHidden
            columns={callColumns}
            rows={calls}
            rowKey={(row) => row.id}
            rowHref={(row) => row.href}
          />
        </Section>
      )}
    </>
  )
}
