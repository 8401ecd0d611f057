// One round: where it stands, its windows, what schools offer, what the county does next.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { NeedView, RoundView } from './round.view.server.ts'
import { useT } from './words.tsx'

export function RoundPage({ view }: { view: RoundView }) {
  const t = useT()
  const { links, acts } = view
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('exchange.trail')}
            crumbs={[{ href: '/exchange/rounds', label: t('round.title') }]}
          />
        }
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            {acts.map(({ href, label }) => (
              <LinkButton key={href} href={href} variant="primary">
                {label}
              </LinkButton>
            ))}
            {links.plans && <LinkButton href={links.plans}>{t('round.to_plans')}</LinkButton>}
            {links.volunteers && <LinkButton href={links.volunteers}>{t('round.to_volunteers')}</LinkButton>}
            <LinkButton href={links.subjects}>{t('subjects.title')}</LinkButton>
            {links.windows && <LinkButton href={links.windows}>{t('round.windows')}</LinkButton>}
          </>
        }
      />
      <Steps
        label={t('round.steps')}
        words={{ done: t('round.step_done'), current: t('round.step_current'), ahead: t('round.step_ahead') }}
        steps={view.steps}
      />
      {view.late && <Notice tone="warning" word={view.late} />}
      <FactList facts={view.facts} />
      <Section id="posts" title={t('round.posts')} description={view.count}>
        <div className="mb-4 flex flex-wrap gap-3">
          {links.offer && (
            <LinkButton href={links.offer} icon="plus">
              {t('need.offer')}
            </LinkButton>
          )}
          {view.posts.length > 0 && (
            <LinkButton href={links.export} icon="file-spreadsheet" download>
              {t('exchange.export')}
            </LinkButton>
          )}
        </div>
        {view.posts.length === 0 ? (
          <EmptyState title={t('need.none')}>{t('need.none_about')}</EmptyState>
        ) : (
          <PostTable posts={view.posts} />
        )}
        <Pagination
          label={t('round.posts')}
          countText={view.count}
          {...view.pages}
          words={{ first: t('exchange.first'), previous: t('exchange.previous'), next: t('exchange.next') }}
        />
      </Section>
    </>
  )
}

function PostTable({ posts }: { posts: readonly NeedView[] }) {
  const t = useT()
  const columns: Column<NeedView>[] = [
    { key: 'school', header: t('need.host'), cell: (row) => row.school, primary: true, wrap: true },
    {
      key: 'place',
      header: t('need.place_type'),
      cell: ({ marks }) => (
        <span className="flex flex-wrap gap-1.5">
          {marks.map((mark) => (
            <Tag key={mark} tone="neutral">
              {mark}
            </Tag>
          ))}
        </span>
      ),
      wrap: true,
    },
    { key: 'teaching', header: t('need.teaching'), cell: (row) => row.teaching },
    { key: 'form', header: t('need.form'), cell: (row) => row.form, hideOnPhone: true },
    { key: 'places', header: t('need.places'), cell: (row) => row.places, align: 'end' },
    { key: 'from', header: t('need.from'), cell: (row) => <span className="tabular-nums">{row.from}</span> },
    {
      key: 'until',
      header: t('need.until'),
      cell: (row) => <span className="tabular-nums">{row.until}</span>,
    },
  ]
  return (
    <DataTable
      caption={t('round.posts')}
      captionHidden
      columns={columns}
      rows={posts}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
    />
  )
}
