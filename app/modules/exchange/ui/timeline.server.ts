/** What exchange knows of a life: exemptions and deferrals, for who may read them. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import { codeLabel } from '#app/modules/registry/index.ts'
import { addDays } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { LifeEvent, Reading } from '#app/platform/manifest/manifest.ts'
import { canReadExchangeOf } from '../access.ts'
import { EXEMPTIONS } from '../exemption.ts'
import { exemptionsOf } from '../exemptions.queries.server.ts'

/** Whether the reader may see what exchange knows of this person. */
export async function mayReadOf({ db, actor, day }: Reading, personId: string | null): Promise<boolean> {
  const place = personId && (await placeOf(db, personId, day))
  return Boolean(place && canReadExchangeOf(actor, { ...place, personId }))
}

export async function exchangeTimeline(reading: Reading, personId: string): Promise<LifeEvent[]> {
  if (!(await mayReadOf(reading, personId))) return []
  const { db, t, locale } = reading
  const held = await exemptionsOf(db, personId)
  return held.map(({ id, kind, validFrom, validTo }) => ({
    id,
    date: validFrom,
    title: t('exchange.life_exempt', { kind: codeLabel(EXEMPTIONS, kind, locale) }),
    body: t('exchange.life_until', { day: formatDay(addDays(validTo, -1), locale) }),
    meta: '',
    tone: 'amber',
  }))
}
