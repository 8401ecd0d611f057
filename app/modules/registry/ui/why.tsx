// The 依据 sheet with the registry's words.

import { WhySheet } from '#app/ui/why-sheet.tsx'
import type { WhyView } from './form-view.ts'
import { useT } from './words.tsx'

export function Why({ outcome, reasons }: WhyView) {
  const t = useT()
  return (
    <WhySheet
      label={t('app.why')}
      outcome={{ label: outcome, tone: 'accent' }}
      reasons={reasons}
      words={{ number: t('staff.why_number'), fact: t('staff.why_fact'), clause: t('staff.why_clause') }}
    />
  )
}
