// The 依据 sheet: what a rule decided, and why.
import { useT } from '#app/platform/i18n/use-t.tsx'
import { type WhyReason, WhySheet } from '#app/ui/why-sheet.tsx'

export function Why({ outcome, reasons }: { outcome: string; reasons: readonly WhyReason[] }) {
  const t = useT()
  return (
    <WhySheet
      label={t('app.why')}
      outcome={{ label: outcome, tone: 'accent' }}
      reasons={reasons}
      words={{ number: t('why.number'), fact: t('why.fact'), clause: t('why.clause') }}
    />
  )
}
