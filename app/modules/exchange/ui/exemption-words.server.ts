/** Words of exemptions for pages and files. */
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Tone } from '#app/ui/tag.tsx'
import type { ExemptionState } from '../exemption.ts'
import type { OutcomeView } from './due-views.ts'
import type { Words } from './due-words.server.ts'

const tones: Record<ExemptionState, Tone> = { upcoming: 'accent', in_force: 'green', ended: 'neutral' }

export function stateView(state: ExemptionState, { t }: Words): OutcomeView {
  return { label: t(`exemption.state_${state}`), tone: tones[state] }
}

/** From its first to its last day. */
export function periodText(
  { validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate },
  { locale }: Words,
): string {
  return `${formatDay(validFrom, locale)} – ${formatDay(addDays(validTo, -1), locale)}`
}
