// The fourth step: asks once more, with the consequences in numbers, before the registry is written.
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
import { useT } from './words.tsx'

interface CommitPageProps {
  batch: BatchView
  reply: FormReply | undefined
}

export function CommitPage({ batch, reply }: CommitPageProps) {
  const t = useT()
  const locale = useLocale()
  const pending = useNavigation().formMethod === 'POST'
  const { counts } = batch
  const people = formatNumber(counts.new + counts.changed + counts.left, locale)
  const nothing = counts.new + counts.changed + counts.left === 0
  return (
    <>
      <ErrorSummary title={t('imports.not_written')} errors={summaryOf(reply, t)} />
      <div id="form" className="flex max-w-form flex-col gap-6">
        <Section
          id="written"
          title={nothing ? t('imports.nothing_to_write') : t('imports.will_write', { people })}
          description={t(nothing ? 'imports.nothing_to_write_hint' : 'imports.will_write_hint')}
        >
          {!nothing && <Written batch={batch} />}
        </Section>
        <Section id="not-written" title={t('imports.will_not_write')}>
          <NotWritten batch={batch} />
        </Section>
        <div className="flex flex-wrap gap-3">
          {!nothing && (
            <Form method="post">
              <FormKey />
              <Button variant="primary" pending={pending} pendingLabel={t('imports.commit_starting')}>
                {t('imports.commit', { people })}
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
