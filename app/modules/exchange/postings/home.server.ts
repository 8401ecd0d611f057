/** What waits of postings: people who should have arrived, for the school that receives them. */
import { scopeOf } from '#app/platform/access/actor.ts'
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import type { HomeTask, Reading } from '#app/platform/manifest/manifest.ts'

type Arriving = { id: string; name: string; validFrom: string; count: number }

export async function postingTasks({ db, actor, t, locale, day }: Reading): Promise<HomeTask[]> {
  const schools = scopeOf(actor, 'exchange:host')
  if (schools.length === 0) return []
  // A host speaks for itself: what is below a bureau is not the bureau's to confirm.
  const [first] = await db.$queryRaw<Arriving[]>`
    select x.id, p.name, x.valid_from::text as "validFrom", count(*) over ()::int as count
    from exchange_posting x join person p on p.id = x.person_id
    where x.host_org_id = any(${schools}::uuid[]) and x.arrived_on is null and x.cancelled_at is null
      and x.valid_from <= ${day}::date and x.valid_to > ${day}::date
    order by x.valid_from, p.sort_key, x.id limit 1`
  if (!first) return []
  return [
    {
      href: first.count === 1 ? `/exchange/postings/${first.id}` : '/exchange/postings?state=in_force',
      figure: formatNumber(first.count, locale),
      title: t('home.postings_arriving', { count: first.count }),
      note: t('home.postings_arriving_note', { name: first.name, day: formatDay(first.validFrom, locale) }),
    },
  ]
}
