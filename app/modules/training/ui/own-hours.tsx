// My hours: what waits on this phone, then what is required, reported and counted.
import { useRevalidator } from '@remix-run/react'
import { useOutbox } from '#app/platform/outbox/use-outbox.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { HoursView } from '../hours.view.server.ts'
import { HoursBody } from './hours-body.tsx'
import { WaitingReports } from './waiting-reports.tsx'
import { useT } from './words.tsx'

interface OwnHoursProps {
  view: HoursView | null
  /** The reader's account: what it left on this phone is shown. */
  holder: string
}

export function OwnHours({ view, holder }: OwnHoursProps) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const outbox = useOutbox(holder, revalidate)
  if (!view) {
    return (
      <>
        <PageHeader title={t('training.mine')} />
        <EmptyState title={t('training.no_place')}>{t('training.no_place_about')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('training.mine')}
        description={t('training.mine_about')}
        actions={
          <>
            <LinkButton href="/me/hours/new" variant="primary" icon="plus">
              {t('training.report_one')}
            </LinkButton>
            {view.againHref && <LinkButton href={view.againHref}>{t('training.report_again')}</LinkButton>}
          </>
        }
      />
      <WaitingReports outbox={outbox} />
      <HoursBody view={view} />
    </>
  )
}
