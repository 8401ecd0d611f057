// The outside feed of benchmarks: what became of the last fetches.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { FeedView } from '../feed/feed.view.server.ts'
import { useT } from './parity-words.tsx'

type Run = FeedView['runs'][number]

export function FeedPage({ view, mayAsk }: { view: FeedView; mayAsk: boolean }) {
  const t = useT()
  const columns: Column<Run>[] = [
    { key: 'at', header: t('pay.feed_at'), cell: (run) => run.at, primary: true },
    {
      key: 'state',
      header: t('pay.feed_state'),
      cell: (run) => <Tag tone={run.state.tone}>{run.state.label}</Tag>,
    },
    { key: 'added', header: t('pay.feed_added'), cell: (run) => run.added, align: 'end' },
    { key: 'tries', header: t('pay.feed_tries'), cell: (run) => run.tries, align: 'end' },
    {
      ...{ key: 'problem', header: t('pay.feed_problem'), wrap: true },
      cell: (run) => (
        <>
          {run.problem}
          {run.next && <span className="block text-ink-soft">{run.next}</span>}
        </>
      ),
    },
    { key: 'by', header: t('pay.feed_by'), cell: (run) => run.by, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('pay.trail')}
            crumbs={[{ href: '/pay/benchmarks', label: t('pay.benchmarks') }]}
          />
        }
        title={t('pay.feed')}
        description={view.host ? t('pay.feed_about', { host: view.host }) : undefined}
        actions={
          mayAsk &&
          view.host &&
          !view.isUnderWay && (
            <LinkButton href="/pay/benchmarks/feed/ask" variant="primary">
              {t('pay.feed_ask')}
            </LinkButton>
          )
        }
      />
      {view.runs.length === 0 ? (
        <EmptyState title={t('pay.feed_no_runs')}>
          {t(view.host ? 'pay.feed_no_runs_about' : 'pay.feed_none_about')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('pay.feed')}
          captionHidden
          columns={columns}
          rows={view.runs}
          rowKey={(run) => run.key}
        />
      )}
    </>
  )
}
