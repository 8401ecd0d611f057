/**
 * Cases of training on the demo at full scale, five years of hours: a teacher's own page under load beside its SQL from a bare
 * server; the same at a tenth of the entries; and what the overview of a county costs the database.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { countedEntries, standingOf } from '#app/modules/training/hours.queries.server.ts'
import {
  figuresBelow,
  figuresByYear,
  figuresOf,
  figureYears,
} from '#app/modules/training/overview/overview.queries.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { type Database, type Db, useDatabase } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { seedDemo } from '#prisma/seed/seed.server.ts'
import { startApp } from '#test/harness/app-server.ts'
import { signedIn } from '#test/harness/request.ts'
import type { Statement } from './bare-server.ts'
import { startServer } from './child.ts'
import { importBesideCopy } from './import-beside-copy.ts'
import { loadsInTurn, median } from './measure.ts'
import type { Home, Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'

const STAFF = 60_000
const TEACHERS = 40
const MORE = 7
const ROUNDS = 15

type Teacher = { personId: string; cookie: string }
type Made = { teachers: Teacher[]; entries: number }

export async function trainingCases(place: Place): Promise<Finding[]> {
  if (place.kind === 'embedded') throw new Error('training is measured on a server: leave --embedded out')
  const small = await place.home('training_tenth')
  const tenth = await small.open()
  const before = await makeHours(tenth, STAFF / 10)
  const home = await place.home('training')
  const opened = await home.open()
  const made = await makeHours(opened, STAFF)
  await place.settle()
  const findings = [await growthCase(tenth, before, opened, made), await overviewCase(opened)]
  const requests: Statement[][] = []
  for (const { personId } of made.teachers) requests.push(await statementsOf(opened, personId))
  await tenth.close()
  await place.drop('training_tenth')
  await opened.close()
  findings.unshift(await ownPageCase(home.env, made, requests))
  findings.push(await importCase(place, home))
  await place.drop('training')
  return findings
}

/** The demo of so many staff, and accounts with an open session for some teachers. */
async function makeHours(opened: Database, staffCount: number): Promise<Made> {
  say(`demo of ${staffCount} staff with five years of hours`)
  const seeded = await seedDemo(opened, { staffCount, today: today() })
  if (!seeded.ok) throw new Error(seeded.reason)
  const { db } = opened
  useDatabase(opened)
  await fillUp(opened)
  const people = await db.$queryRaw<{ personId: string; orgId: string }[]>`
    select x.person_id as "personId", x.org_id as "orgId" from training_outlook x
    where x.year = (select max(year) from training_outlook)
      and not exists (select from account a where a.person_id = x.person_id)
    order by x.person_id limit ${TEACHERS}`
  const teachers: Teacher[] = []
  for (const [at, { personId, orgId }] of people.entries()) {
    const id = newId()
    await db.account.create({
      data: {
        ...{ id, username: `bench-teacher-${at}`, displayName: '教师', organisationId: orgId, personId },
        ...{ passwordHash: '', mustChangePassword: false },
      },
    })
    teachers.push({ personId, cookie: (await signedIn(id)).Cookie })
  }
  await opened.executeSql(
    'vacuum analyze training_entry, training_line, training_sum, training_outlook, training_figure',
  )
  return { teachers, entries: await db.trainingEntry.count() }
}

/** So many more a person and year that all of them together are three million: what a platform's small courses make of it. */
async function fillUp({ executeSql }: Database): Promise<void> {
  const year = Number(today().slice(0, 4))
  await executeSql(`
    with made as (
      insert into training_entry (id, person_id, org_id, kind, level, category, title, starts_on, last_day, part, tenths,
        evidence, note, year, state, submitted_at, decided_at, decided_by_name)
      select gen_random_uuid(), x.person_id, x.org_id, 'own_study', 'school', 'pedagogy', '自主研修 ' || n, day, day, 'spread', 20,
        'attended', '读书笔记', y, 'approved', day + 1, day + 2, 'bench'
      from training_outlook x cross join generate_series(${year - 5}, ${year}) y cross join generate_series(1, ${MORE}) n
      cross join lateral (select make_date(y, 1, 5) + n as day) d
      where x.year = ${year} returning id, person_id, tenths, year, level, category
    )
    insert into training_line (id, person_id, entry_id, kind, tenths, year, level, category, by_name)
    select gen_random_uuid(), person_id, id, 'decision', tenths, year, level, category, 'bench' from made`)
}

/** The SQL that the page sends for somebody's hours, as it sends it; the session is left out. */
async function statementsOf({ db }: Database, personId: string): Promise<Statement[]> {
  const statements: Statement[] = []
  const listening = new Proxy(db, {
    get(target, key) {
      if (key !== '$queryRaw') return Reflect.get(target, key)
      return (texts: TemplateStringsArray, ...values: unknown[]) => {
        const { text, values: flat } = Prisma.sql(texts, ...(values as never[]))
        statements.push({ text, values: flat })
        return target.$queryRaw(texts, ...values)
      }
    },
  }) as Db
  const found = await standingOf(listening, personId, today())
  if (!found) throw new Error('nobody stands there')
  await countedEntries(listening, personId, found)
  const last = `select id, kind from training_entry where person_id = $1 and state <> 'withdrawn'
    order by submitted_at desc, id desc limit 1`
  return [...statements, { text: last, values: [personId] }]
}

async function ownPageCase(
  env: Record<string, string>,
  { teachers, entries }: Made,
  requests: Statement[][],
): Promise<Finding> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-hours-'))
  const file = path.join(scratch, 'hours.json')
  writeFileSync(file, JSON.stringify(requests))
  const bare = await startServer('bare-server.ts', [file], env)
  const app = await startApp(env)
  try {
    const { a, b, runs } = await loadsInTurn(
      teachers.map(({ cookie }) => ({ origin: app.origin, path: '/me/hours', headers: { Cookie: cookie } })),
      teachers.map((_, at) => ({ origin: bare.origin, path: `/${at}` })),
      { connections: 8, seconds: 6, rounds: 3 },
    )
    return {
      case: `my hours, HTML, of ${entries} entries; beside its SQL, JSON`,
      figure: `${Math.round(a.perSecond)}/s p50 ${a.p50} p99 ${a.p99} ms`,
      beside: `${Math.round(b.perSecond)}/s p50 ${b.p50} p99 ${b.p99} ms`,
      ...ratio(median(runs.map((run) => run.a.perSecond / run.b.perSecond))),
      bound: { atLeast: 0.15 },
      details: { runs },
    }
  } finally {
    await app.stop()
    await bare.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** What the page asks of somebody's hours, at ten times the entries of everybody else. */
async function growthCase(tenth: Database, before: Made, whole: Database, after: Made): Promise<Finding> {
  const times = { tenth: [] as number[], whole: [] as number[] }
  const ask = async ({ db }: Database, { teachers }: Made, at: number) => {
    const personId = teachers[at]?.personId ?? ''
    const began = performance.now()
    const standing = await standingOf(db, personId, today())
    if (!standing) throw new Error('nobody stands there')
    await countedEntries(db, personId, standing)
    return performance.now() - began
  }
  for (let round = -2; round < ROUNDS; round++) {
    for (let at = 0; at < TEACHERS; at++) {
      const [a, b] = [await ask(tenth, before, at), await ask(whole, after, at)]
      if (round < 0) continue
      times.tenth.push(a)
      times.whole.push(b)
    }
  }
  return {
    case: `the same, ${before.entries} -> ${after.entries} entries`,
    figure: `${median(times.whole).toFixed(2)} ms`,
    beside: `${median(times.tenth).toFixed(2)} ms`,
    ...ratio(median(times.whole) / median(times.tenth)),
    bound: { atMost: 1.2 },
    details: {},
  }
}

/** Planning and running the overview's statements for the largest county, in the database's own count. */
async function overviewCase({ db, executeSql }: Database): Promise<Finding> {
  const [county] = await db.$queryRaw<{ id: string }[]>`
    select org_id as id from training_figure f join organisation o on o.id = f.org_id
    where o.kind in ('county', 'zone') and dimension = 'all' group by 1 order by sum(people) desc limit 1`
  const place = await db.organisation.findUniqueOrThrow({ where: { id: county?.id ?? '' } })
  const year = Number(today().slice(0, 4))
  const asked: Prisma.Sql[] = []
  const listening = {
    $queryRaw: async (text: TemplateStringsArray, ...values: unknown[]) => {
      asked.push(Prisma.sql(text, ...(values as never[])))
      return []
    },
  } as unknown as Db
  await figureYears(listening, place.id)
  await figuresOf(listening, place.id, year)
  await figuresBelow(listening, place, year)
  await figuresByYear(listening, place.id)
  const rounds: number[] = []
  for (let round = -3; round < ROUNDS; round++) {
    let all = 0
    for (const { text, values } of asked) {
      const { rows } = await executeSql(`explain (analyze, timing off, format json) ${text}`, values)
      const [plan] =
        (rows as { 'QUERY PLAN': { 'Planning Time': number; 'Execution Time': number }[] }[])[0]?.[
          'QUERY PLAN'
        ] ?? []
      all += (plan?.['Planning Time'] ?? 0) + (plan?.['Execution Time'] ?? 0)
    }
    if (round >= 0) rounds.push(all)
  }
  const value = median(rounds)
  return {
    case: `overview of a county, ${STAFF} staff x 5 years: time in the database`,
    figure: `${value.toFixed(2)} ms, ${asked.length} statements`,
    beside: '',
    ...{ value, shown: `${value.toFixed(2)} ms` },
    bound: { atMost: 5 },
    details: { rounds },
  }
}

const ROWS = 60_000

/** A platform's file of so many rows, beside COPY of the same rows as they are staged. */
const importCase = (place: Place, home: Home): Promise<Finding> =>
  importBesideCopy(place, home, { subject: 'hours', title: `${ROWS} rows of hours`, rows: ROWS, writeFile })

/** Everybody once in February, which the demo leaves free, and some once more. */
async function writeFile({ db }: Database, file: string): Promise<void> {
  const people = await db.$queryRaw<{ number: string; name: string }[]>`
    select p.staff_number as number, p.name from training_outlook x join person p on p.id = x.person_id
    where x.year = (select max(year) from training_outlook) order by p.staff_number`
  const year = today().slice(0, 4)
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const { number, name } = people[at % people.length] ?? { number: '', name: '' }
    const day = `${year}-02-${at < people.length ? '07' : '14'}`
    return [number, name, '全员集中培训', '集中培训', '市培', '学科专业', day, day, '6', `PX-${at}`].join(',')
  })
  const head = '教师编号,姓名,培训名称,培训形式,培训级别,学时类别,开始日期,结束日期,学时,证书编号'
  writeFileSync(file, [head, ...lines, ''].join('\n'))
}
