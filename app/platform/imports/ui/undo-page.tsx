// Undoing a written batch as a whole: what would go back, in numbers; or what has been built on it since, so that it
// cannot.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { type FormReply, summaryOf } from '#app/platform/forms/form-reply.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ConfirmPanel } from '#app/ui/confirm-panel.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { BatchView } from '../batch.ts'
import { Written } from './consequences.tsx'
import { paths } from './paths.ts'
import type { StandingView, SubjectView } from './views.ts'
import { useT } from './words.tsx'

interface UndoPageProps {
  batch: BatchView
  about: SubjectView
  standing: readonly StandingView[]
  reply: FormReply | undefined
}

export function UndoPage({ batch, about, standing, reply }: UndoPageProps) {
  const t = useT()
  const pending = useNavigation().formMethod === 'POST'
  return (
    <Section id="form" title={t('imports.undo')}>
      <ErrorSummary title={t('imports.not_undone')} errors={summaryOf(reply, t)} />
      {standing.length > 0 ? (
        <Standing batch={batch} standing={standing} />
      ) : (
        <ConfirmPanel
          consequence={
            <div className="flex flex-col gap-4">
              <p>{t('imports.undo_consequence')}</p>
              <Written about={about} />
            </div>
          }
          cancelLabel={t('imports.undo_keep')}
          cancelHref={paths.result(batch.id)}
        >
          <Form method="post">
            <FormKey />
            <Button variant="danger" pending={pending} pendingLabel={t('imports.undo_starting')}>
              {t('imports.undo')}
            </Button>
          </Form>
        </ConfirmPanel>
      )}
    </Section>
  )
}

function Standing({ batch, standing }: Pick<UndoPageProps, 'batch' | 'standing'>) {
  const t = useT()
  return (
    <>
      <Notice tone="warning" word={t('imports.undo_refused')}>
        {t('imports.undo_refused_hint')}
      </Notice>
      <ul className="flex flex-col gap-4">
        {standing.map(({ text, examples }) => (
          <li key={text}>
            <p className="font-medium">{text}</p>
            <ul className="list-disc ps-5">
              {examples.map(({ href, label }) => (
                <li key={href}>
                  <TextLink href={href}>{label}</TextLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton href={paths.result(batch.id)}>{t('imports.to_result')}</LinkButton>
      </div>
    </>
  )
}
