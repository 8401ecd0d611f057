// A report as who checks it sees it, with the way to the next that waits; J goes on to it.
import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import type { Crumb } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import type { EntryActs, EntryPageView } from '../entry.view.server.ts'
import { EntryPage } from './entry-page.tsx'
import { useT } from './oversight-words.tsx'

interface CheckPageProps {
  view: EntryPageView & {
    acts: EntryActs
    trail: readonly Crumb[]
    nextHref: string | null
    personHref: string
  }
  reply: ActReply | undefined
}

export function CheckPage({ view, reply }: CheckPageProps) {
  const t = useT()
  useKeys(view.nextHref)
  return (
    <EntryPage
      view={view}
      reply={reply}
      actions={
        <>
          <LinkButton href={view.personHref}>{t('training.all_of_person')}</LinkButton>
          {view.nextHref && (
            <LinkButton href={view.nextHref} icon="chevron-right">
              {t('training.next')}
            </LinkButton>
          )}
        </>
      }
    />
  )
}

/** J leads to the next, K back; not while something is typed. */
function useKeys(nextHref: string | null): void {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const { target, key } = event
      const isTyping = target instanceof Element && target.closest('input, textarea, select') !== null
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (key === 'j' && nextHref) navigate(nextHref)
      if (key === 'k') navigate(-1)
    }
    document.addEventListener('keydown', follow)
    return () => document.removeEventListener('keydown', follow)
  }, [navigate, nextHref])
}
