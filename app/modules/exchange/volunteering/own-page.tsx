// The teacher's own application, phone first: until when, posts that fit, the ranking, points and why, contesting them.
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { OwnView } from './volunteer.view.server.ts'
import { useT } from './words.tsx'

interface OwnPageProps {
  view: OwnView | null
  reply: ActReply | undefined
}

export function OwnPage({ view, reply }: OwnPageProps) {
  const t = useT()
  if (!view)
    return (
      <>
        <PageHeader title={t('volunteer.title')} />
        <EmptyState title={t('volunteer.none_round')}>{t('volunteer.none_round_about')}</EmptyState>
      </>
    )
  const which = reply?.values?.which
  return (
    <>
      <PageHeader
        title={t('volunteer.title')}
        description={t('volunteer.lead', { round: view.title, lead: view.lead })}
      />
      {view.problem && (
        <Notice
          tone="warning"
          word={t(view.problem)}
          action={<LinkButton href="/me/exchange">{t('app.why')}</LinkButton>}
        />
      )}
      {view.answer && <Notice tone={view.answer.isPlaced ? 'success' : 'info'} word={view.answer.text} />}
      {view.points && <Points points={view.points} />}
      {view.ranked.length > 0 && !view.form && <Ranked ranked={view.ranked} />}
      <Posts posts={view.posts} />
      {view.form && (
        <Section id="apply" title={view.form.title}>
          <FormBody view={view.form} reply={which === undefined ? reply : undefined} />
        </Section>
      )}
      {(view.wish || (view.wishes ?? []).length > 0) && <Wishes view={view} reply={reply} />}
      {view.published.length > 0 && <Published view={view} />}
      {view.contest && (
        <Section id="contest" title={t('volunteer.contest')}>
          <FormBody view={view.contest} reply={which === 'contest' ? reply : undefined} />
        </Section>
      )}
      {view.withdraw && (
        <Section id="withdraw" title={t('volunteer.withdraw')} description={t('volunteer.withdraw_about')}>
          <FormBody view={view.withdraw} reply={which === 'withdraw' ? reply : undefined} />
        </Section>
      )}
    </>
  )
}

/** Wishes with a colleague, each with what was stated by whom. */
function Wishes({ view: { wishes = [], wish }, reply }: { view: OwnView; reply: ActReply | undefined }) {
  const t = useT()
  const { which, wishId } = reply?.values ?? {}
  return (
    <Section id="wishes" title={t('volunteer.wishes')} description={t('volunteer.wishes_about')}>
      {wishes.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {wishes.map((one) => (
            <li key={one.id} className="flex flex-col gap-2 py-3">
              <span className="flex flex-wrap items-center gap-2">
                {one.text}
                <Tag tone={one.holds ? 'green' : 'amber'}>{one.state}</Tag>
              </span>
              {one.agree && <FormBody view={one.agree} reply={undefined} />}
              {one.drop && <FormBody view={one.drop} reply={wishId === one.id ? reply : undefined} />}
            </li>
          ))}
        </ul>
      )}
      {wish && <FormBody view={wish} reply={which === 'wish' ? reply : undefined} />}
    </Section>
  )
}

export function Points({ points }: { points: NonNullable<OwnView['points']> }) {
  const t = useT()
  return (
    <Section id="points" title={t('volunteer.points')} description={points.text}>
      <Why outcome={points.outcome} reasons={points.reasons} />
    </Section>
  )
}

export function Ranked({ ranked }: { ranked: readonly string[] }) {
  const t = useT()
  return (
    <Section id="ranked" title={t('volunteer.ranked')}>
      <ol className="list-decimal ps-6">
        {ranked.map((post) => (
          <li key={post}>{post}</li>
        ))}
      </ol>
    </Section>
  )
}

type Post = OwnView['posts'][number]

function Posts({ posts }: { posts: readonly Post[] }) {
  const t = useT()
  if (posts.length === 0) return <EmptyState title={t('volunteer.no_posts')} />
  return (
    <Section id="posts" title={t('volunteer.posts')} description={t('volunteer.posts_about')}>
      <ul className="divide-y divide-line border-y border-line">
        {posts.map((post) => (
          <li key={post.id} className="flex flex-col gap-1 py-3">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{post.label}</span>
              {post.marks.map((mark) => (
                <Tag key={mark} tone="neutral">
                  {mark}
                </Tag>
              ))}
            </span>
            <span className="text-ink-soft">
              {post.form} · {t('need.places')} {post.places} ·{' '}
              <span className="tabular-nums">{post.dates}</span>
            </span>
            {post.note && <span className="break-words">{post.note}</span>}
            <span className={post.isService ? 'text-accent' : 'text-ink-soft'}>{post.service}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Row = OwnView['published'][number]

function Published({ view }: { view: OwnView }) {
  const t = useT()
  const part = (at: number, header: string): Column<Row> => ({
    ...{ key: header, header, align: 'end' },
    cell: (row) => row.parts[at],
  })
  const columns: Column<Row>[] = [
    {
      ...{ key: 'name', header: t('volunteer.name'), primary: true },
      cell: (row) => (row.isOwn ? <strong>{row.name}</strong> : row.name),
    },
    { key: 'school', header: t('volunteer.school'), cell: (row) => row.school, wrap: true },
    { key: 'points', header: t('volunteer.points_of'), cell: (row) => row.points, align: 'end' },
    part(0, t('volunteer.years')),
    part(1, t('volunteer.service')),
    part(2, t('volunteer.shortage')),
    part(3, t('volunteer.family')),
  ]
  return (
    <Section id="published" title={t('volunteer.published')} description={t('volunteer.published_about')}>
      <DataTable
        caption={t('volunteer.published')}
        captionHidden
        columns={columns}
        rows={view.published}
        rowKey={(row) => row.id}
      />
      {view.contests.length > 0 && <Contests contests={view.contests} />}
    </Section>
  )
}

function Contests({ contests }: Pick<OwnView, 'contests'>) {
  const t = useT()
  return (
    <Section id="contests" level={3} title={t('volunteer.contests')}>
      <ul className="divide-y divide-line border-y border-line">
        {contests.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 py-3">
            <span className="text-ink-soft tabular-nums">{one.at}</span>
            <p className="whitespace-pre-line break-words">{one.text}</p>
            <p className="font-medium">{one.answer}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
