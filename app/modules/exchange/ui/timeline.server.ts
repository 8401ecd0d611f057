/** What exchange knows of a life: exemptions and deferrals, for who may read them. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import { codeLabel } from '#app/modules/registry/index.ts'
import { addDays } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { LifeEvent, Reading } from '#app/platform/manifest/manifest.ts'
import { canReadExchangeOf } from '../access.ts'
import { EXEMPTIONS } from '../exemption.ts'
import { exemptionsOf } from '../exemptions.queries.server.ts'

export async function exchangeTimeline(
  { db, actor, t, locale, day }: Reading,
  personId: string,
): Promise<LifeEvent[]> {
  const place = await placeOf(db, personId, day)
  if (!place || !canReadExchangeOf(actor, { ...place, personId })) return []
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
