/** Whom training reminds: once a month who is behind, before the cycle ends who misses hours, once a week schools whose check is late. */
import { roleAllows, roleNames } from '#app/platform/access/roles.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { fromDbDate } from '#app/platform/database/dates.server.ts'
import { addDays, daysBetween, type PlainDate } from '#app/platform/dates.ts'
import type { Deadline, Manifest } from '#app/platform/manifest/manifest.ts'
import { notify, type Telling } from '#app/platform/notifications/notify.server.ts'
import { oncePerDay } from '#app/platform/notifications/rounds.server.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { standingOf } from './hours.queries.server.ts'
import { hoursText, requirementView } from './hours.view.server.ts'
import { TENTHS, type TrainingPolicies } from './training-policy.ts'

/** After everybody was looked at on a day. */
export async function sweepReminders(): Promise<void> {
  const { db } = await database()
  const day = today()
  const round = await db.trainingOutlookRound.findFirst()
  if (!round?.isDone || fromDbDate(round.day) !== day) return
  await oncePerDay(db, 'training', day, (tx) => remind(tx, day))
}

/** Tells everybody concerned on that day; who was told of the same before is not told again. */
export async function remind(tx: Db, day: PlainDate): Promise<void> {
  await notify(tx, await behindOn(tx, day))
  await notify(tx, await lateChecksOn(tx, day))
}

type Behind = {
  accountId: string
  countyId: string | null
  orgId: string
  state: string
  missing: number
  until: PlainDate
}

async function behindOn(tx: Db, day: PlainDate): Promise<Telling[]> {
  const found = await tx.$queryRaw<Behind[]>`
    select a.id as "accountId", x.county_id as "countyId", x.org_id as "orgId", x.state, x.missing, x.until::text as until
    from training_outlook x join account a on a.person_id = x.person_id and a.disabled_at is null
    where x.year = (select max(year) from training_outlook) and x.missing > 0
      and (x.state in ('behind', 'out_of_reach') or x.until <= ${addDays(day, MOST_DAYS_BEFORE)}::date)
    order by a.id`
  const policies = await policiesFor(tx, found, day)
  const [year, month] = day.split('-')
  return found.flatMap((one): Telling[] => {
    const { accountId, missing, until, state } = one
    const values = { missing: missing / TENTHS, until: addDays(until, -1) }
    const told = { accountId, values, href: '/me/hours' }
    const days = policies.get(placeOf(one))?.use('training.days_of_warning').value ?? 0
    const left = daysBetween(day, until)
    if (left > 0 && left <= days)
      return [{ ...told, key: `training.ends:${until}`, topic: 'training.told_ends' }]
    if (state === 'on_course') return []
    return [{ ...told, key: `training.behind:${year}-${month}`, topic: 'training.told_behind' }]
  })
}

/** The most that the setting allows. */
const MOST_DAYS_BEFORE = 365

const placeOf = ({ countyId, orgId }: Pick<Behind, 'countyId' | 'orgId'>) => countyId ?? orgId

async function policiesFor(tx: Db, people: readonly Behind[], day: PlainDate) {
  const places = [...new Set(people.map(placeOf))]
  const found = await policiesAtEach(
    tx,
    places.map((organisationId) => ({ organisationId, day })),
  )
  return new Map(places.map((place, at) => [place, found[at] as TrainingPolicies]))
}

type Late = { accountId: string; orgId: string; countyId: string | null; count: number; since: PlainDate }

/** Those who check at the school itself, where something waits longer than it should. */
async function lateChecksOn(tx: Db, day: PlainDate): Promise<Telling[]> {
  const checkers = roleNames.filter((role) => roleAllows(role, 'training:check'))
  const found = await tx.$queryRaw<Late[]>`
    select g.account_id as "accountId", o.id as "orgId", o.county_id as "countyId", w.count, w.since::text as since
    from (
      select org_id, count(*)::int as count, min(submitted_at)::date as since from training_entry
      where state = 'submitted' group by org_id
    ) w
    join organisation o on o.id = w.org_id
    join account_grant g on g.organisation_id = o.id and g.revoked_at is null and g.role = any(${checkers}::text[])
    join account a on a.id = g.account_id and a.disabled_at is null
    order by 1, 2`
  const policies = await policiesFor(
    tx,
    found.map((one) => ({ ...one, state: '', missing: 0, until: day })),
    day,
  )
  return found
    .filter((one) => {
      const days = policies.get(placeOf(one))?.use('training.days_to_check').value ?? 0
      return days > 0 && daysBetween(one.since, day) > days
    })
    .map(({ accountId, orgId, count, since }) => ({
      ...{
        accountId,
        topic: 'training.told_late_check',
        href: '/training/entries',
        values: { count, since },
      },
      key: `training.late_check:${orgId}:${mondayOf(day)}`,
    }))
}

function mondayOf(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** What one still has to reach, on its last day. */
export const trainingDeadlines: NonNullable<Manifest['deadlines']> = async ({ db, personId, day, words }) => {
  const found = await standingOf(db, personId, day)
  return (found?.requirements ?? [])
    .filter(({ missing }) => missing > 0)
    .map((one): Deadline => {
      const { label, figures } = requirementView(one, words)
      const title = words.t('training.deadline', { what: label, missing: hoursText(one.missing, words) })
      const uid = `training-${one.code}-${one.until}-${personId}`
      return { uid, day: addDays(one.until, -1), title, note: figures, href: '/me/hours' }
    })
}
