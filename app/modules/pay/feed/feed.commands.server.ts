/** Fetching benchmarks: asked for by somebody or due once a day, tried until something comes or the tries are used up, taken whole or not. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { today as dayNow } from '#app/platform/clock.server.ts'
import { type Db, database } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { UNIQUE_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { settings } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.ts'
import { enqueue } from '#app/platform/jobs/jobs.server.ts'
import { notify } from '#app/platform/notifications/notify.server.ts'
import { policiesAtEach } from '#app/platform/policy/policies.server.ts'
import { keptParts } from '../benchmark.ts'
import { benchmarksOf, type County, everyCounty } from '../parity.queries.server.ts'
import type { PayPolicies } from '../parity.ts'
import { paySetters } from '../setters.sql.server.ts'
import { type FeedWord, type FeedWorld, readFeed } from './feed-document.ts'
import { type FeedAddress, type Fetched, fetchFeed } from './fetch-feed.server.ts'

const FEED_JOB = 'pay-feed'
/** Minutes from one try to the next: the last try is half a day after the first. */
const WAITS_MINUTES = [2, 10, 60, 240, 480] as const
const MOST_TRIES = WAITS_MINUTES.length + 1
const HOURS_BETWEEN = 24

export type FeedRefusal = 'not_allowed' | 'feed_not_set' | 'feed_under_way'
const refuse: Refuse<FeedRefusal> = refuseAct

/** Where the operator has put the feed; null where there is none. */
export function feedAddress(): FeedAddress | null {
  const { BENCHMARK_FEED_URL: url, BENCHMARK_FEED_TOKEN: token } = settings()
  return url ? { url, token: token ?? null } : null
}

/** Who sets benchmarks of every county of a prefecture may have them fetched. */
export async function mayAskFeed(db: Db, actor: Actor): Promise<boolean> {
  const prefectures = await db.organisation.findMany({
    where: { kind: 'prefecture' },
    select: { lineage: true },
  })
  return prefectures.length > 0 && prefectures.every((one) => can(actor, 'pay:set', one))
}

/** Has the feed fetched now, in the background; one that waits to be tried again need not wait. */
export function askFeed(
  db: PrismaClient,
  actor: Actor,
  wish: Keyed,
  address = feedAddress(),
): Promise<Outcome<{ id: string }, FeedRefusal>> {
  return perform(db, actor, {
    name: 'askFeed',
    input: wish,
    async lock(tx) {
      if (!(await mayAskFeed(tx, actor))) refuse('not_allowed')
      if (!address) refuse('feed_not_set')
    },
    async write(tx) {
      const waiting = await tx.payFeedRun.findFirst({ where: { state: 'waiting' } })
      if (waiting?.attempts === 0) refuse('feed_under_way')
      const id = waiting?.id ?? newId()
      if (waiting) await tx.payFeedRun.update({ where: { id }, data: { nextAt: new Date() } })
      else await tx.payFeedRun.create({ data: { id, askedByName: actor.displayName } })
      await enqueue(tx, FEED_JOB, {})
      return {
        done: { id },
        events: [{ action: 'pay.feed_asked', organisationId: null, subject: `pay_feed:${id}` }],
      }
    },
    broken: ({ code }) => (code === UNIQUE_VIOLATION ? 'feed_under_way' : null),
  })
}

/** Once a day by itself, and whatever waits to be tried again. */
export async function sweepFeed(): Promise<void> {
  if (!feedAddress()) return
  const { db } = await database()
  await db.$executeRaw`
    insert into pay_feed_run (id, asked_by_name) select ${newId()}::uuid, 'Shizi'
    where not exists (select from pay_feed_run where asked_at > now() - make_interval(hours => ${HOURS_BETWEEN}::int))
    on conflict do nothing`
  await tryFeed()
}

/** Tries what is due, once; a try that is cut off counts, and the next comes at its time. */
export async function tryFeed(
  address = feedAddress(),
  ask: (address: FeedAddress) => Promise<Fetched> = fetchFeed,
): Promise<void> {
  const { db } = await database()
  if (!address) return
  const [run] = await db.$queryRaw<{ id: string; attempts: number }[]>`
    update pay_feed_run set attempts = attempts + 1, next_at = now() + make_interval(mins =>
      (${[...WAITS_MINUTES]}::int[])[least(attempts + 1, ${WAITS_MINUTES.length}::int)])
    where id = (select id from pay_feed_run where state = 'waiting' and next_at <= now() for update skip locked)
    returning id, attempts`
  if (!run) return
  const fetched = await ask(address)
  try {
    await db.$transaction((tx) => settle(tx, run, fetched, new URL(address.url).hostname))
  } catch (error) {
    // A defect, or the database away: tried again as long as there are tries.
    if (run.attempts >= MOST_TRIES)
      await db.$transaction((tx) =>
        refused(tx, run.id, 'failed', { problem: 'not_taken', detail: { where: '' } }),
      )
    throw error
  }
}

type Run = { id: string; attempts: number }

async function settle(tx: Db, { id, attempts }: Run, fetched: Fetched, host: string): Promise<void> {
  if (fetched.kind === 'odd') return refused(tx, id, 'refused', fetched)
  if (fetched.kind === 'later') {
    if (attempts >= MOST_TRIES) return refused(tx, id, 'failed', { ...fetched, detail: { where: '' } })
    await tx.payFeedRun.update({ where: { id }, data: { problem: fetched.problem } })
    return
  }
  const today = dayNow()
  const counties = await everyCounty(tx)
  // Nobody says anything of these counties meanwhile.
  await tx.$queryRaw`select id from organisation where id = any(${counties.map((one) => one.id)}::uuid[]) order by id for no key update`
  const read = readFeed(fetched.text, await worldOf(tx, counties, today))
  if (!read.ok) return refused(tx, id, 'refused', read)
  await take(tx, read.words, host)
  const added = read.words.length
  await tx.payFeedRun.update({
    where: { id },
    data: { ...{ state: added > 0 ? 'taken' : 'same', added, problem: null }, endedAt: new Date() },
  })
}

async function worldOf(tx: Db, counties: readonly County[], today: PlainDate): Promise<FeedWorld> {
  const ids = counties.map(({ id }) => id)
  const [years, policies] = await Promise.all([
    tx.payBenchmark.findMany({
      where: { countyId: { in: ids } },
      distinct: ['year'],
      select: { year: true },
    }),
    policiesAtEach(
      tx,
      ids.map((organisationId) => ({ organisationId, day: today })),
    ),
  ])
  const of = await benchmarksOf(
    tx,
    ids,
    years.map(({ year }) => year),
  )
  const standing = ids.flatMap((countyId) => years.flatMap(({ year }) => of(countyId, year) ?? []))
  return {
    ...{ counties, standing, today },
    leap: (countyId) => (policies[ids.indexOf(countyId)] as PayPolicies).use('pay.benchmark_jump').value,
  }
}

async function take(tx: Db, words: readonly FeedWord[], host: string): Promise<void> {
  const author = { accountId: null, displayName: host }
  const rows = words.map((word) => ({ id: newId(), ...word }))
  const last = await tx.payBenchmark.groupBy({
    by: ['countyId', 'year'],
    where: { countyId: { in: words.map(({ countyId }) => countyId) } },
    _max: { version: true },
  })
  const versions = new Map(last.map((one) => [`${one.countyId} ${one.year}`, one._max.version ?? 0]))
  await tx.payBenchmark.createMany({
    data: rows.map(({ parts, effectiveOn, ...row }) => ({
      ...{ ...row, source: 'feed', setByName: host, parts: keptParts(parts) },
      version: (versions.get(`${row.countyId} ${row.year}`) ?? 0) + 1,
      effectiveOn: toDbDate(effectiveOn),
    })),
  })
  await appendAudit(
    tx,
    author,
    rows.map(({ id, countyId, year, state, documentNo }) => ({
      ...{ action: 'pay.benchmark_set', organisationId: countyId, subject: `pay_benchmark:${id}` },
      after: { year, state, documentNo, source: 'feed' },
    })),
  )
}

/** Nothing of it is taken; those who could do something about it are told. */
async function refused(
  tx: Db,
  id: string,
  state: 'refused' | 'failed',
  { problem, detail }: { problem: string; detail: { where: string } },
): Promise<void> {
  await tx.payFeedRun.update({ where: { id }, data: { state, problem, detail, endedAt: new Date() } })
  const city = (await paySetters(tx)).filter(({ isOfPrefecture }) => isOfPrefecture)
  const accounts = [...new Set(city.map(({ accountId }) => accountId))]
  const topic = state === 'refused' ? 'pay.told_feed_refused' : 'pay.told_feed_failed'
  await notify(
    tx,
    accounts.map((accountId) => ({
      ...{ accountId, key: `pay.feed:${id}`, topic, href: '/pay/benchmarks/feed' },
      values: { where: detail.where || '—' },
    })),
  )
}
