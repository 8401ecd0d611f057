// The fourth step: asks once more, with the consequences in numbers, before anything is written.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { type FormReply, summaryOf } from '#app/platform/forms/form-reply.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Section } from '#app/ui/section.tsx'
import type { BatchView } from '../batch.ts'
import { NotWritten, Written } from './consequences.tsx'
import { paths } from './paths.ts'
import type { SubjectView } from './views.ts'
import { useT } from './words.tsx'

interface CommitPageProps {
  batch: BatchView
  about: SubjectView
  reply: FormReply | undefined
}

export function CommitPage({ batch, about, reply }: CommitPageProps) {
  const t = useT()
  const locale = useLocale()
  const pending = useNavigation().formMethod === 'POST'
  const { counts } = batch
  const records = formatNumber(counts.new + counts.changed + counts.left, locale)
  const nothing = counts.new + counts.changed + counts.left === 0
  return (
    <>
      <ErrorSummary title={t('imports.not_written')} errors={summaryOf(reply, t)} />
      <div id="form" className="flex max-w-form flex-col gap-6">
        <Section
          id="written"
          title={nothing ? t('imports.nothing_to_write') : t('imports.will_write', { records })}
          description={t(nothing ? 'imports.nothing_to_write_hint' : 'imports.will_write_hint')}
        >
          {!nothing && <Written about={about} />}
        </Section>
        <Section id="not-written" title={t('imports.will_not_write')}>
          <NotWritten batch={batch} />
        </Section>
        <div className="flex flex-wrap gap-3">
          {!nothing && (
            <Form method="post">
              <FormKey />
              <Button variant="primary" pending={pending} pendingLabel={t('imports.commit_starting')}>
                {t('imports.commit', { records })}
              </Button>
            </Form>
          )}
          <LinkButton href={paths.preview(batch.id)}>{t('imports.to_preview')}</LinkButton>
          <Form method="post" action={paths.cancel(batch.id)}>
            <FormKey />
            <Button variant="quiet">{t('imports.discard')}</Button>
          </Form>
        </div>
      </div>
    </>
  )
}
