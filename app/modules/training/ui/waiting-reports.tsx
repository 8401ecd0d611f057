// Reports that wait on this phone: plainly listed, sent when there is a network, put right where they were refused.
import { useState } from 'react'
import { summaryOf } from '#app/platform/forms/form-reply.ts'
import { useT as useFormWords } from '#app/platform/forms/ui/words.tsx'
import { formatMoment } from '#app/platform/i18n/format.ts'
import type { Outbox } from '#app/platform/outbox/use-outbox.tsx'
import type { WaitingForm } from '#app/platform/outbox/waiting-form.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { WAITING } from '../outbox.ts'
import { useT } from './words.tsx'

/** Nothing where nothing waits. */
export function WaitingReports({ outbox: { waiting, isSending, send, forget } }: { outbox: Outbox }) {
  const t = useT()
  if (waiting.length === 0) return null
  const canSend = waiting.some(({ refusal }) => !refusal)
  return (
    <Section id="waiting" title={t('training.waiting')}>
      <ul className="flex flex-col divide-y divide-line border-line border-y">
        {waiting.map((form) => (
          <li key={form.id} className="flex flex-col gap-2 py-3">
            <WaitingReport form={form} isSending={isSending} forget={() => forget(form.id)} />
          </li>
        ))}
      </ul>
      {canSend && (
        <div className="mt-3">
          <Button type="button" pending={isSending} pendingLabel={t('training.sending')} onClick={send}>
            {t('training.send_now')}
          </Button>
        </div>
      )}
    </Section>
  )
}

interface WaitingReportProps {
  form: WaitingForm
  isSending: boolean
  forget: () => void
}

function WaitingReport({ form, isSending, forget }: WaitingReportProps) {
  const t = useT()
  const { title, page, id, keptAt, refusal, isTried, file } = form
  const facts = [t('training.kept_at', { at: formatMoment(new Date(keptAt)) }), file?.name]
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="font-medium">{title}</p>
        <Tag tone={refusal ? 'red' : 'amber'}>{t(refusal ? 'training.not_taken' : 'training.not_sent')}</Tag>
      </div>
      <p className="text-ink-soft text-sm">{facts.filter(Boolean).join(' · ')}</p>
      <WhyWaiting form={form} isSending={isSending} />
      <div className="flex flex-wrap gap-3">
        {refusal && (
          <LinkButton href={`${page}${page.includes('?') ? '&' : '?'}${WAITING}=${id}`}>
            {t('training.put_right')}
          </LinkButton>
        )}
        {(refusal || !isTried) && <Forget forget={forget} />}
      </div>
    </>
  )
}

function WhyWaiting({ form, isSending }: Omit<WaitingReportProps, 'forget'>) {
  const t = useT()
  const formWords = useFormWords()
  const { refusal, holdup } = form
  if (refusal) {
    return (
      <ul className="text-red text-sm">
        {summaryOf(refusal, formWords).map(({ fieldId, message }) => (
          <li key={fieldId}>{message}</li>
        ))}
      </ul>
    )
  }
  const word = isSending ? 'sending' : holdup === 'signed_out' ? 'waits_sign_in' : 'waits_network'
  return <p className="text-sm">{t(`training.${word}`)}</p>
}

/** Asked twice: what was typed is nowhere else. */
function Forget({ forget }: { forget: () => void }) {
  const t = useT()
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked) {
    return (
      <Button type="button" variant="quiet" onClick={() => setIsAsked(true)}>
        {t('training.forget')}
      </Button>
    )
  }
  return (
    <>
      <Button type="button" variant="danger" onClick={forget}>
        {t('training.forget_now')}
      </Button>
      <Button type="button" variant="quiet" onClick={() => setIsAsked(false)}>
        {t('app.cancel')}
      </Button>
    </>
  )
}
