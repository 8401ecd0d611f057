// The members of a studio: who they are, who wants to join, who mentors whom.
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useT } from '../member-words.tsx'
import { OwnStudioTabs } from '../studios/own-studio-tabs.tsx'
import type { MembersView, PairEntry } from './members.view.server.ts'
import { Members } from './members-table.tsx'
import { Wishes } from './wishes.tsx'

interface MembersPageProps {
  view: MembersView & { studio: { id: string; name: string } }
  reply: ActReply | undefined
}

export function MembersPage({ view, reply }: MembersPageProps) {
  const t = useT()
  const { studio, acts, composition, wishes, pairs } = view
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[
              { href: '/me/studios', label: t('studios.mine') },
              { href: `/me/studios/${studio.id}`, label: studio.name },
            ]}
          />
        }
        title={t('member.title')}
        actions={
          <>
            {acts && (
              <LinkButton href={acts.invite} variant="primary" icon="plus">
                {t('member.invite')}
              </LinkButton>
            )}
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('studios.export')}
            </LinkButton>
          </>
        }
      />
      <OwnStudioTabs studioId={studio.id} />
      <div className="flex flex-wrap items-center gap-3">
        <span>{composition.outcome}</span>
        <Why {...composition} />
      </div>
      {wishes.length > 0 && (
        <Section id="wishes" title={t('member.wishes')}>
          <Wishes rows={wishes} shows="person" reply={reply} />
        </Section>
      )}
      <Members rows={view.members} />
      <Section
        id="pairs"
        title={t('pair.title')}
        description={t('pair.about')}
        actions={acts && <LinkButton href={acts.pair}>{t('pair.new')}</LinkButton>}
      >
        {pairs.length === 0 ? <p>{t('pair.none')}</p> : <Pairs rows={pairs} />}
      </Section>
    </>
  )
}

function Pairs({ rows }: { rows: readonly PairEntry[] }) {
  const t = useT()
  const columns: Column<PairEntry>[] = [
    { key: 'trainee', header: t('pair.trainee'), cell: (row) => row.trainee, primary: true },
    { key: 'mentor', header: t('pair.mentor'), cell: (row) => row.mentor },
    { key: 'goal', header: t('pair.goal'), cell: (row) => row.goal, wrap: true },
    { key: 'term', header: t('pair.term'), cell: (row) => row.term },
    { key: 'outcome', header: t('pair.outcome'), cell: (row) => row.outcome, wrap: true },
    {
      key: 'act',
      header: t('member.act'),
      cell: ({ href }) => href && <TextLink href={href}>{t('pair.close')}</TextLink>,
    },
  ]
  return (
    <DataTable
      caption={t('pair.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
