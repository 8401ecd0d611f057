/** What a reader sees when a page cannot be shown: what happened, and the way on. */
import { isRouteErrorResponse } from '@remix-run/react'
import { type ErrorWords, errorWordsOf } from '#app/platform/http/error-words.ts'
import { useRootFacts } from '#app/platform/http/root-facts.tsx'
import { useT } from '#app/platform/i18n/use-t.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { PlainShell } from '#app/ui/plain-shell.tsx'

const defect: ErrorWords = { title: 'error.defect_title', body: 'error.defect_body' }
const offline: ErrorWords = { title: 'error.offline_title', body: 'error.offline_body' }

/** A page was asked for and the network did not answer; browsers have no better sign of it. */
const isOffline = (error: unknown) =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message)

/** The words for an error, inside whatever frame stands around. */
export function ErrorMessage({ error }: { error: unknown }) {
  const t = useT()
  const reference = useRootFacts()?.requestId
  const words = isOffline(error)
    ? offline
    : (isRouteErrorResponse(error) && errorWordsOf(error.status)) || defect
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 className="text-2xl font-semibold">{t(words.title)}</h1>
      <p className="text-ink-soft">{t(words.body)}</p>
      {words === defect && reference && <p>{t('error.reference', { reference })}</p>}
      {words === offline ? (
        <Button variant="primary" onClick={() => location.reload()}>
          {t('error.retry')}
        </Button>
      ) : (
        <LinkButton href="/" variant="primary">
          {t('error.home')}
        </LinkButton>
      )}
    </div>
  )
}

export function ErrorPage({ error }: { error: unknown }) {
  const t = useT()
  return (
    <PlainShell brand={{ name: t('app.full_name'), href: '/' }} skipLabel={t('app.skip')}>
      <ErrorMessage error={error} />
    </PlainShell>
  )
}
