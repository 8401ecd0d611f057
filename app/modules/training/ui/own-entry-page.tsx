// One of one's own reports, with the ways on from it.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import type { Crumb } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { EntryActs, EntryPageView } from '../entry.view.server.ts'
import { EntryPage } from './entry-page.tsx'
import { useT } from './words.tsx'

interface OwnEntryPageProps {
  view: EntryPageView & {
    acts: EntryActs
    trail: readonly Crumb[]
    correctHref: string | null
    copyHref: string
  }
  reply: ActReply | undefined
}

export function OwnEntryPage({ view, reply }: OwnEntryPageProps) {
  const t = useT()
  return (
    <EntryPage
      view={view}
      reply={reply}
      actions={
        <>
          {view.correctHref && (
            <LinkButton href={view.correctHref} variant="primary">
              {t('training.correct_link')}
            </LinkButton>
          )}
          <LinkButton href={view.copyHref}>{t('training.copy_link')}</LinkButton>
        </>
      }
    />
  )
}
