// Days that researchers say they were at the reader's school; the school confirms them.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { HostTabs } from '../activities/host-tabs.tsx'
import { useT } from '../researcher-words.tsx'
import { Logs } from './logs.tsx'
import type { HostedLogsView } from './logs.view.server.ts'

export function HostedResearch({ view, reply }: { view: HostedLogsView; reply: ActReply | undefined }) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('research_log.hosted')}
        description={t('research_log.hosted_about')}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('studios.export')}
          </LinkButton>
        }
      />
      <HostTabs />
      {view.logs.length === 0 ? (
        <EmptyState title={t('research_log.hosted_none')}>{t('research_log.hosted_none_about')}</EmptyState>
      ) : (
        <Logs rows={view.logs} shows="person" reply={reply} />
      )}
    </>
  )
}
