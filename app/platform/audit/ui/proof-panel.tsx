// Proving the trail from its page, and what came of it in plain words.
import { Form, useNavigation } from '@remix-run/react'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { useT } from './words.tsx'

/** `place` is the county or bureau that a chain belongs to. */
export type ProofView =
  | { ok: true; chains: number; entries: number; at: string }
  | { ok: false; problem: 'gap' | 'hash' | 'head' | 'link'; place: string; seq: string }

export function ProofPanel({ proof }: { proof: ProofView | undefined }) {
  const t = useT()
  const pending = useNavigation().formMethod === 'POST'
  return (
    <Section
      id="verify"
      title={t('audit.verify')}
      description={t('audit.verify_about', { command: 'npm run audit:verify' })}
    >
      <div role="status">{proof && <ProofNotice proof={proof} />}</div>
      <Form method="post" action="/audit?index" preventScrollReset>
        <Button pending={pending} pendingLabel={t('audit.verifying')}>
          {t('audit.verify')}
        </Button>
      </Form>
    </Section>
  )
}

function ProofNotice({ proof }: { proof: ProofView }) {
  const t = useT()
  const locale = useLocale()
  if (!proof.ok) {
    const { problem, place, seq } = proof
    return (
      <Notice tone="danger" word={t('audit.proof_broken')}>
        {t(`audit.proof_${problem}`, { place, seq })}
      </Notice>
    )
  }
  const chains = formatNumber(proof.chains, locale)
  const entries = formatNumber(proof.entries, locale)
  return (
    <Notice tone="success" word={t('audit.proof_ok')}>
      {t('audit.proof_ok_about', { chains, entries, at: formatMoment(proof.at) })}
    </Notice>
  )
}
