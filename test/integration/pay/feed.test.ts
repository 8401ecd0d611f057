/** The outside feed of benchmarks: taken whole, or not at all; and whatever it answers, told. */
import { delay, HttpResponse, http } from 'msw'
import { beforeEach, describe, expect } from 'vitest'
import { askFeed, tryFeed } from '#app/modules/pay/feed/feed.commands.server.ts'
import { fetchFeed } from '#app/modules/pay/feed/fetch-feed.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildBenchmark } from '#test/factories/pay.ts'
import { actorWith, buildAccount, buildCounty, buildPrefecture } from '#test/factories/registry.ts'
import { test, testOnServer } from '#test/harness/db.ts'
import { outsideWorld } from '#test/mocks/server.ts'

const FEED = { url: 'https://finance.example.cn/benchmarks', token: 'secret' }

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const one = await buildCounty(db, { parentId: prefecture.id })
  const other = await buildCounty(db, { parentId: prefecture.id })
  const city = await actorWith(db, 'registrar', prefecture.id)
  return { city, one, other }
}

type Line = Record<string, unknown>
const lineOf = (county: { code: string }, changes: Line = {}): Line => ({
  ...{ county: county.code, year: 2025, state: 'final', average: '98765.43', document: '财预〔2026〕3号' },
  ...changes,
})
const documentOf = (...benchmarks: Line[]) => ({ schema: 'shizi.benchmarks/1', benchmarks })
const answers = (answer: () => Response | Promise<Response>) => outsideWorld.use(http.get(FEED.url, answer))

/** Asks for it and tries it so often; answers what became of it. */
async function fetched(db: PrismaClient, city: Parameters<typeof askFeed>[1], tries = 1, patienceMs = 2_000) {
  expect(await askFeed(db, city, {}, FEED)).toMatchObject({ ok: true })
  for (let tried = 0; tried < tries; tried++) {
    await db.payFeedRun.updateMany({ where: { state: 'waiting' }, data: { nextAt: new Date(0) } })
    await tryFeed(FEED, (address) => fetchFeed(address, patienceMs))
  }
  return db.payFeedRun.findFirstOrThrow({ orderBy: { askedAt: 'desc' } })
}

beforeEach(() => outsideWorld.resetHandlers())

describe('what the feed says', () => {
  test('is taken as a version each, and changes nothing a second time', async ({ db }) => {
    const { city, one, other } = await world(db)
    await buildBenchmark(db, { countyId: one.id, yuan: 90_000 })
    const parts = { basic: '40000', allowance: '38765.43', year_end: '20000' }
    const said = documentOf(lineOf(one, { parts }), lineOf(other, { year: 2026, state: 'provisional' }))
    let authorisation = ''
    outsideWorld.use(
      http.get(FEED.url, ({ request }) => {
        authorisation = request.headers.get('Authorization') ?? ''
        return HttpResponse.json(said)
      }),
    )
    expect(await fetched(db, city)).toMatchObject({ state: 'taken', added: 2, attempts: 1 })
    expect(authorisation).toBe('Bearer secret')
    const kept = await db.payBenchmark.findMany({ where: { source: 'feed' }, orderBy: { year: 'asc' } })
    expect(kept).toMatchObject([
      {
        countyId: one.id,
        version: 2,
        fen: 9_876_543n,
        parts: { basic: '4000000' },
        setByName: 'finance.example.cn',
      },
      { countyId: other.id, version: 1, state: 'provisional' },
    ])
    expect(await db.auditEntry.count({ where: { action: 'pay.benchmark_set' } })).toBe(2)
    expect(await fetched(db, city)).toMatchObject({ state: 'same', added: 0 })
    expect(await db.payBenchmark.count()).toBe(3)
  })

  const odd: [string, (at: { one: { code: string }; other: { code: string } }) => unknown, string][] = [
    ['another shape', ({ one }) => ({ ...documentOf(lineOf(one)), schema: 'other/2' }), 'not_understood'],
    ['a field more', ({ one }) => documentOf(lineOf(one, { secret: 1 })), 'not_understood'],
    [
      'a number for an amount',
      ({ one }) => documentOf(lineOf(one, { average: 98_765.43 })),
      'not_understood',
    ],
    ['three decimals', ({ one }) => documentOf(lineOf(one, { average: '98765.432' })), 'not_understood'],
    ['an exponent', ({ one }) => documentOf(lineOf(one, { average: '1e308' })), 'not_understood'],
    ['nothing', () => documentOf(), 'not_understood'],
    ['a NUL', ({ one }) => documentOf(lineOf(one, { document: '\0' })), 'not_understood'],
    ['zero', ({ one }) => documentOf(lineOf(one, { average: '0' })), 'no_amount'],
    ['a county nobody knows', ({ one }) => documentOf(lineOf(one), lineOf({ code: 'X' })), 'county_unknown'],
    ['a county twice', ({ one }) => documentOf(lineOf(one), lineOf(one)), 'twice'],
    ['a year ahead', ({ one }) => documentOf(lineOf(one, { year: 2099 })), 'year_ahead'],
    ['a year not over as final', ({ one }) => documentOf(lineOf(one, { year: 2098 })), 'year_ahead'],
    [
      'parts that are not the whole',
      ({ one }) => documentOf(lineOf(one, { parts: { basic: '1' } })),
      'parts_differ',
    ],
    [
      'a forecast of what is final',
      ({ other }) => documentOf(lineOf(other, { state: 'provisional' })),
      'back_to_forecast',
    ],
    ['a leap', ({ one, other }) => documentOf(lineOf(one), lineOf(other, { average: '198765.43' })), 'leap'],
  ]
  test.for(odd)('with %s is refused whole', async ([, said, problem], { db }) => {
    const at = await world(db)
    await buildBenchmark(db, { countyId: at.other.id, yuan: 95_000 })
    answers(() => HttpResponse.json(said(at) as Record<string, unknown>))
    expect(await fetched(db, at.city)).toMatchObject({ state: 'refused', problem, attempts: 1, added: 0 })
    expect(await db.payBenchmark.count()).toBe(1)
  })
})

describe('a feed that answers', () => {
  const refusals: [string, () => Response, string][] = [
    ['a page', () => HttpResponse.html('<h1>请登录</h1>'), 'not_json'],
    [
      'half a document',
      () => new HttpResponse('{"schema":', { headers: { 'Content-Type': 'application/json' } }),
      'not_json',
    ],
    ['404', () => HttpResponse.json({}, { status: 404 }), 'status'],
    ['a gigabyte', () => endless(), 'too_large'],
  ]
  test.for(refusals)('%s is refused at once, and told', async ([, answer, problem], { db }) => {
    const { city, one } = await world(db)
    const organisationId = city.grants[0]?.organisationId ?? ''
    const { id: accountId } = await buildAccount(db, { organisationId, grants: ['registrar'] })
    await buildBenchmark(db, { countyId: one.id, yuan: 95_000 })
    answers(answer)
    expect(await fetched(db, city)).toMatchObject({ state: 'refused', problem, attempts: 1 })
    expect(await db.payBenchmark.count()).toBe(1)
    const told = await db.notification.findMany({ where: { accountId } })
    expect(told).toMatchObject([{ topic: 'pay.told_feed_refused', href: '/pay/benchmarks/feed' }])
  })

  const passing: [string, () => Response | Promise<Response>, string][] = [
    ['500', () => new HttpResponse(null, { status: 500 }), 'busy'],
    ['too many requests', () => new HttpResponse(null, { status: 429 }), 'busy'],
    ['a broken connection', () => HttpResponse.error(), 'no_answer'],
    [
      'nothing, ever',
      async () => {
        await delay('infinite')
        return new Response()
      },
      'no_answer',
    ],
    ['a drip', () => dripping(), 'no_answer'],
    ['a redirection', () => HttpResponse.redirect('https://finance.example.cn/login'), 'no_answer'],
  ]
  test.for(passing)('%s is tried again, and taken when it comes', async ([, answer, problem], { db }) => {
    const { city, one } = await world(db)
    answers(answer)
    expect(await fetched(db, city, 1, 300)).toMatchObject({ state: 'waiting', problem, attempts: 1 })
    // Not before its time.
    await tryFeed(FEED, () => Promise.reject(new Error('asked too early')))
    outsideWorld.resetHandlers()
    answers(() => HttpResponse.json(documentOf(lineOf(one))))
    await db.payFeedRun.updateMany({ data: { nextAt: new Date(0) } })
    await tryFeed(FEED)
    expect(await db.payFeedRun.findFirst()).toMatchObject({ state: 'taken', problem: null, attempts: 2 })
  })

  test('500 for ever is given up and told', async ({ db }) => {
    const { city } = await world(db)
    let asked = 0
    answers(() => {
      asked += 1
      return new HttpResponse(null, { status: 500 })
    })
    expect(await fetched(db, city, 9)).toMatchObject({ state: 'failed', problem: 'busy', attempts: 6 })
    expect(asked).toBe(6)
  })
})

describe('a fetch', () => {
  test('is asked for by who sets benchmarks of the whole city, where there is a feed', async ({ db }) => {
    const { city, one } = await world(db)
    const bureau = await actorWith(db, 'registrar', one.id)
    expect(await askFeed(db, bureau, {}, FEED)).toEqual({ ok: false, reason: 'not_allowed' })
    expect(await askFeed(db, city, {}, null)).toEqual({ ok: false, reason: 'feed_not_set' })
  })

  test('that waits to be tried again is tried at once when asked for', async ({ db }) => {
    const { city, one } = await world(db)
    answers(() => new HttpResponse(null, { status: 500 }))
    const { id } = await fetched(db, city)
    outsideWorld.resetHandlers()
    answers(() => HttpResponse.json(documentOf(lineOf(one))))
    expect(await askFeed(db, city, {}, FEED)).toEqual({ ok: true, id })
    await tryFeed(FEED)
    expect(await db.payFeedRun.findMany()).toMatchObject([{ state: 'taken', attempts: 2 }])
  })

  testOnServer('is one at a time, and tried by one process', async ({ db }) => {
    const { city, one } = await world(db)
    const asked = await Promise.all([1, 2, 3].map(() => askFeed(db, city, {}, FEED)))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    let tries = 0
    answers(() => {
      tries += 1
      return HttpResponse.json(documentOf(lineOf(one)))
    })
    await Promise.all([1, 2, 3].map(() => tryFeed(FEED)))
    expect(tries).toBe(1)
    expect(await db.payBenchmark.count()).toBe(1)
  })
})

const json = { headers: { 'Content-Type': 'application/json' } }
const spaces = new TextEncoder().encode(' '.repeat(65_536))

/** As many bytes as anybody reads. */
function endless(): Response {
  return new HttpResponse(new ReadableStream({ pull: (stream) => stream.enqueue(spaces) }), json)
}

/** A byte now and then, never an end. */
function dripping(): Response {
  const drip = async (stream: ReadableStreamDefaultController) => {
    await delay(50)
    stream.enqueue(spaces.slice(0, 1))
  }
  return new HttpResponse(new ReadableStream({ pull: drip }), json)
}
