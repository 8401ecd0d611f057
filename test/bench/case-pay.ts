/**
 * Cases of pay: 60,000 staff, forty months of twelve items. A year counted from the slips beside bare SQL; one record put right; the
 * page of a county under load beside its SQL from a bare server, and at a tenth of the months; a month's file beside COPY.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  countiesFor,
  everyCounty,
  paidOf,
  paritiesOf,
  payYears,
} from '#app/modules/pay/parity.queries.server.ts'
import { countyView } from '#app/modules/pay/parity.view.server.ts'
import { isSamePaid, recountedYear } from '#app/modules/pay/recount.sql.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { newId } from '#app/platform/ids.ts'
import { startApp } from '#test/harness/app-server.ts'
import type { Statement } from './bare-server.ts'
import { runScript, startServer } from './child.ts'
import type { CopyRun } from './copy-run.ts'
import { importBesideCopy } from './import-beside-copy.ts'
import type { ImportRun } from './import-run.ts'
import { latencies, loadsInTurn, median, type Page, together } from './measure.ts'
import type { Home, Place } from './place.ts'
import { recorded } from './recorded.ts'
import { type Finding, ratio, say } from './report.ts'
import { makeStaff } from './staff.ts'
import { signIn } from './staff-home.ts'

const STAFF = 60_000
const ITEMS = 12
/** The last year of pay; the file imported is of the month after it. */
const YEAR = 2025
const MONTHS = 40
const ROUNDS = 9
const RECORDS = 60
const words = { t: translator('zh-CN'), locale: 'zh-CN' } as const

export async function payCases(place: Place): Promise<Finding[]> {
  if (place.kind === 'embedded') throw new Error('pay is measured on a server: leave --embedded out')
  const few = await madePay(place, 'pay_tenth', MONTHS / 10)
  const many = await madePay(place, 'pay', MONTHS)
  await place.settle()
  const findings = [await recountCase(many.home), await recordCase(many.home)]
  findings.push(...(await pageCases(few, many)))
  await place.drop('pay_tenth')
  findings.push(...(await importCases(place, many.home)))
  await place.drop('pay')
  return findings
}

type Made = { home: Home; cookie: string; counties: string[]; requests: Statement[][] }

/** Staff that are paid for so many months up to the last of the year, and what a reader's pages of counties ask. */
async function madePay(place: Place, name: string, months: number): Promise<Made> {
  const home = await place.home(name)
  const opened = await home.open()
  await makeStaff(opened, STAFF)
  const { actor, cookie } = await signIn(opened)
  const { db } = opened
  if ((await db.paySlip.count()) === 0) {
    say(`${STAFF} staff, paid for ${months} months`)
    await payAll(opened, months)
  }
  const counties = (await countiesFor(db, actor)).map(({ id }) => id)
  const requests: Statement[][] = []
  for (const countyId of counties)
    requests.push(
      await recorded(async () => {
        const all = await countiesFor(db, actor)
        const ids = all.map(({ id }) => id)
        const county = all.find(({ id }) => id === countyId)
        const years = await payYears(db, ids)
        if (county) await countyView(db, { county, year: YEAR, years, today: today() }, words)
      }),
    )
  await opened.close()
  return { home, cookie, counties, requests }
}

/** Everybody's slips month by month by COPY; a benchmark of each county and year. */
async function payAll({ db, copyIn, executeSql }: Database, months: number): Promise<void> {
  const people = await db.$queryRaw<{ id: string; orgId: string }[]>`
    select person_id as id, (array_agg(org_id order by valid_from desc))[1] as "orgId" from roster_entry group by 1 order by 1`
  const columns = ['id', 'person_id', 'year', 'month', 'org_id', 'kind', 'items', 'fen', 'by_name']
  for (let back = months - 1; back >= 0; back--) {
    const at = YEAR * 12 + 11 - back
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
    await copyIn(
      'pay_slip',
      columns,
      (async function* () {
        for (let from = 0; from < people.length; from += 2_000)
          yield people
            .slice(from, from + 2_000)
            .map(({ id, orgId }, no) =>
              [newId(), id, year, month, orgId, 'paid', items, amountsOf(from + no, month), 'bench'].join(
                '\t',
              ),
            )
            .join('\n')
            .concat('\n')
      })(),
    )
  }
  const counties = await everyCounty(db)
  const years = [...new Set([YEAR, YEAR - Math.floor((months - 1) / 12)])]
  for (const { id } of counties)
    for (let year = Math.min(...years); year <= YEAR; year++)
      await db.payBenchmark.create({
        data: {
          ...{ id: newId(), countyId: id, year, version: 1, state: 'final', fen: BigInt(9_000_000 + year) },
          ...{ source: 'typed', documentNo: '聊财预〔2025〕1号', setByName: 'bench' },
          effectiveOn: new Date(Date.UTC(year, 0, 1)),
        },
      })
  await executeSql('vacuum analyze pay_slip, pay_month, pay_figure, pay_heads, pay_benchmark')
}

const items = `{${Array.from({ length: ITEMS }, (_, at) => at + 1).join()}}`

/** Somebody's amounts of a month, in fen, each of its own, never ten times those of another month. */
function amountsOf(person: number, month: number): string {
  const amounts = Array.from(
    { length: ITEMS },
    (_, at) => 30_000 + ((person * 7919 + at * 104_729 + month * 31) % 60_000),
  )
  return `{${amounts.join()}}`
}

/** The ratios of all counties in a year from the slips alone, beside one statement that does no more than that. */
async function recountCase(home: Home): Promise<Finding> {
  const opened = await home.open()
  const { db, executeSql } = opened
  const counties = await everyCounty(db)
  const ids = counties.map(({ id }) => id)
  const parities = await paritiesOf(db, counties, [YEAR], today())
  const counted = [...(parities[0]?.basis.values() ?? [])]
    .filter(({ counts }) => counts)
    .map(({ itemId }) => itemId)
  const bare = `
    select est.county_id, sum(p.fen) * 12 / sum(p.months) / b.fen as ratio
    from (select s.person_id, s.month, 1 as months, (select sum(u.fen) from unnest(s.items, s.fen) u(item, fen)
        where u.item in (${counted.join()})) as fen from pay_slip s where s.year = ${YEAR}) p
    join roster_entry e on e.person_id = p.person_id
      and daterange(e.valid_from, e.valid_to) @> (make_date(${YEAR}, p.month, 1) + interval '1 month - 1 day')::date
    join organisation est on est.id = e.establishment_org_id
    join pay_benchmark b on b.county_id = est.county_id and b.year = ${YEAR}
    where e.status in ('in_post', 'loaned_out', 'study_leave', 'maternity_leave', 'sick_leave', 'awaiting_post')
      and e.stage in ('primary', 'junior', 'special') and est.is_public
    group by 1, b.fen`
  const times = { own: [] as number[], bare: [] as number[] }
  for (let round = -1; round < ROUNDS; round++) {
    const began = performance.now()
    const anew = await recountedYear(db, ids, YEAR)
    const between = performance.now()
    const { rows } = await executeSql(bare)
    const ended = performance.now()
    if (round >= 0) {
      times.own.push(between - began)
      times.bare.push(ended - between)
      continue
    }
    const kept = await paidOf(db, ids, [YEAR])
    for (const { county, parity } of parities) {
      const own = anew.get(county.id)
      if (own && !isSamePaid(own, kept(county.id, YEAR)))
        throw new Error(`kept sums of ${county.name} differ`)
      const beside = rows.find((row) => row.county_id === county.id)
      if (Math.abs(Number(beside?.ratio ?? 0) - (parity.ratio ?? 0)) > 1e-6)
        throw new Error(`${county.name}: ${beside?.ratio}, not ${parity.ratio}`)
    }
  }
  await opened.close()
  return {
    case: `parity of ${YEAR} from ${STAFF * 12} slips of ${ITEMS} items; beside bare SQL`,
    figure: `${median(times.own).toFixed(0)} ms`,
    beside: `${median(times.bare).toFixed(0)} ms`,
    ...ratio(median(times.own.map((ms, at) => ms / (times.bare[at] ?? 1)))),
    bound: { atMost: 1.5 },
    details: times,
  }
}

/** Taking back a slip and paying anew, with all that follows of it: months, figures. Time in the database, planning included. */
async function recordCase(home: Home): Promise<Finding> {
  const opened = await home.open()
  const { db, executeSql } = opened
  const slips = await db.$queryRaw<{ id: string }[]>`
    select id from pay_slip where year = ${YEAR} and month = 6 order by md5(id::text) limit ${RECORDS}`
  const columns = '(id, person_id, year, month, org_id, kind, items, fen, reverses_id, by_name)'
  const rounds: number[] = []
  for (const { id } of slips) {
    const { rows } = await executeSql(
      `explain (analyze, format json) insert into pay_slip ${columns}
      select gen_random_uuid(), person_id, year, month, org_id, 'reversal', items,
        (select array_agg(-f order by n) from unnest(fen) with ordinality x(f, n)), id, 'bench' from pay_slip where id = $1
      union all select gen_random_uuid(), person_id, year, month, org_id, 'paid', items,
        (select array_agg(f + 100 order by n) from unnest(fen) with ordinality x(f, n)), null, 'bench' from pay_slip where id = $1`,
      [id],
    )
    type Plan = { 'Planning Time': number; 'Execution Time': number }
    const [plan] = (rows as { 'QUERY PLAN': Plan[] }[])[0]?.['QUERY PLAN'] ?? []
    rounds.push((plan?.['Planning Time'] ?? 0) + (plan?.['Execution Time'] ?? 0))
  }
  await opened.close()
  const value = median(rounds)
  return {
    case: 'one record put right: time in the database',
    figure: `${value.toFixed(2)} ms, longest ${Math.max(...rounds).toFixed(2)}`,
    beside: '',
    ...{ value, shown: `${value.toFixed(2)} ms` },
    bound: { atMost: 20 },
    details: { rounds },
  }
}

/** The page of each county: as many as the server gives beside its SQL alone, and how long it takes at ten times the months. */
async function pageCases(few: Made, many: Made): Promise<Finding[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-pay-'))
  const file = path.join(scratch, 'pay.json')
  writeFileSync(file, JSON.stringify(many.requests))
  const bare = await startServer('bare-server.ts', [file], many.home.env)
  const [app, tenth] = [await startApp(many.home.env), await startApp(few.home.env)]
  const pagesOf = (origin: string, { cookie, counties }: Made): Page[] =>
    counties.map((id) => ({ origin, path: `/pay/parity/${id}?year=${YEAR}`, headers: { Cookie: cookie } }))
  try {
    const { a, b, runs } = await loadsInTurn(
      pagesOf(app.origin, many),
      many.requests.map((_, at) => ({ origin: bare.origin, path: `/${at}` })),
      { connections: 8, seconds: 6, rounds: 3 },
    )
    const found = await latencies(
      { tenth: pagesOf(tenth.origin, few), whole: pagesOf(app.origin, many) },
      ROUNDS,
    )
    const [before, after] = [median(together(found.tenth)), median(together(found.whole))]
    return [
      {
        case: `a county's parity, HTML, of ${STAFF * MONTHS} slips; beside its SQL, JSON`,
        figure: `${Math.round(a.perSecond)}/s p50 ${a.p50} p99 ${a.p99} ms`,
        beside: `${Math.round(b.perSecond)}/s p50 ${b.p50} p99 ${b.p99} ms`,
        ...ratio(median(runs.map((run) => run.a.perSecond / run.b.perSecond))),
        bound: { atLeast: 0.15 },
        details: { runs },
      },
      {
        case: `the same, ${MONTHS / 10} -> ${MONTHS} months`,
        figure: `${after.toFixed(1)} ms`,
        beside: `${before.toFixed(1)} ms`,
        ...ratio(after / before),
        bound: { atMost: 1.2 },
        details: { found },
      },
    ]
  } finally {
    await Promise.all([app.stop(), tenth.stop(), bare.stop()])
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A month's file beside COPY: of the rows as they are staged, and of the amounts in it, a row each. */
async function importCases(place: Place, home: Home): Promise<Finding[]> {
  const title = `${STAFF} rows of ${ITEMS} items`
  const beside = await importBesideCopy(place, home, { subject: 'pay', title, rows: STAFF, writeFile })
  const { ran } = beside.details as { ran: ImportRun }
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-pay-'))
  try {
    const file = path.join(scratch, 'amounts')
    const opened = await home.open()
    const { rows } = await opened.executeSql(
      `select s.person_id || E'\\t' || s.year || E'\\t' || s.month || E'\\t' || u.item || E'\\t' || u.fen as line
      from pay_slip s cross join unnest(s.items, s.fen) u(item, fen) where s.batch_id = $1`,
      [ran.batchId],
    )
    writeFileSync(file, rows.map(({ line }) => `${line}\n`).join(''))
    await opened.executeSql(`create table bench_amount (person_id uuid, year int, month int, item_id smallint, fen bigint,
      primary key (person_id, year, month, item_id))`)
    await opened.close()
    await place.settle()
    const columns = 'person_id,year,month,item_id,fen'
    const copy = await runScript<CopyRun>('copy-run.ts', [file, 'bench_amount', columns], home.env)
    const amounts: Finding = {
      ...{ case: `  the same, beside COPY of its ${rows.length} amounts`, figure: beside.figure },
      ...{ beside: `COPY ${(copy.ms / 1000).toFixed(2)} s`, bound: { atMost: 12 }, details: { copy } },
      ...ratio(ran.ms / copy.ms),
    }
    return [beside, amounts]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A bureau's wide file of the month after, of those in post; the rows left over are of the month after that. */
async function writeFile({ db }: Database, file: string): Promise<void> {
  const people = await db.$queryRaw<{ number: string; name: string }[]>`
    select p.staff_number as number, p.name from roster_entry e join person p on p.id = e.person_id
    where e.status = 'in_post' and e.valid_from <= '2026-01-31' and e.valid_to > '2026-02-28' order by p.id`
  const own = await db.payItem.findMany({ where: { id: { lte: ITEMS } }, orderBy: { id: 'asc' } })
  const lines = Array.from({ length: STAFF }, (_, at) => {
    const { number, name } = people[at % people.length] ?? { number: '', name: '' }
    const yuan = Array.from({ length: ITEMS }, (_, no) => (300 + ((at * 79 + no * 1_047) % 600)).toFixed(2))
    return [number, name, `2026-0${at < people.length ? 1 : 2}`, ...yuan].join()
  })
  const head = ['教师编号', '姓名', '年月', ...own.map(({ name }) => name)].join()
  writeFileSync(file, [head, ...lines, ''].join('\n'))
}
