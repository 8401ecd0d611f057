/**
 * Real salaries through the whole of pay: the state's roster and its salaries imported, a benchmark made for each county, and what
 * comes out beside plain SQL over the raw file, which shares nothing with the application.
 */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { everyCounty, paritiesOf } from '#app/modules/pay/parity.queries.server.ts'
import { refreshRoster } from '#app/modules/registry/roster.sql.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'

/** The year that the salaries of 2012-2013 are taken to be paid in, as a whole. */
export const PA_YEAR = 2013
const made = new URL('../fixtures/pa-2012-benchmark.made.csv', import.meta.url)

type RawRow = { county: string; salary: string; position: string; school: string }

/** Cells of a line; in this file no cell holds a line end. */
const cellsOf = (text: string) =>
  text.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, ''))

async function rawRows(file: string): Promise<RawRow[]> {
  const bytes = createReadStream(file)
  const rows: RawRow[] = []
  let headings: string[] | null = null
  for await (const text of createInterface({
    input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes,
  })) {
    const cells = cellsOf(text)
    if (headings === null) headings = cells
    else if (text !== '') {
      const of = (name: string) => cells[headings?.indexOf(name) ?? -1] ?? ''
      rows.push({
        ...{ county: of('LEACounty'), salary: of('AnnualSalary') },
        ...{ position: of('PositionDescription'), school: of('School') },
      })
    }
  }
  return rows
}

/** Writes the salaries as a bureau's yearly file of pay: the roster's own numbers, of those who were paid. */
export async function writePaPay(
  { executeSql }: Database,
  batchId: string,
  file: string,
  to: string,
): Promise<number> {
  const raw = await rawRows(file)
  const { rows } = await executeSql(
    `select r.row_number, p.staff_number, p.name from staff_import_row r
    join person p on p.id = coalesce(r.target_id, r.id) where r.batch_id = $1 order by r.row_number`,
    [batchId],
  )
  // The first row of the file is its headings.
  const lines = rows.flatMap((row) => {
    const salary = raw[Number(row.row_number) - 2]?.salary
    return Number(salary) > 0 ? [[row.staff_number, row.name, PA_YEAR, salary].join()] : []
  })
  writeFileSync(to, ['教师编号,姓名,年度,岗位工资', ...lines, ''].join('\n'))
  return lines.length
}

/** The state knows no establishment: everybody is on that of where they work, as districts employ them. */
export async function putOnEstablishment({ db, executeSql }: Database): Promise<void> {
  await executeSql('update appointment set establishment_org_id = work_org_id, pay_org_id = work_org_id')
  await db.$transaction((tx) => refreshRoster(tx, Prisma.sql`select id as person_id from person`), {
    timeout: 600_000,
  })
}

/** Says the made benchmark of every county that is there, whole dollars as yuan. */
export async function setMadeBenchmarks({ db }: Database): Promise<void> {
  const [, ...lines] = readFileSync(made, 'utf8').trimEnd().split('\n')
  const amounts = new Map(lines.map((line) => line.split(',')).map(([name = '', yuan = '']) => [name, yuan]))
  for (const { id, name } of await everyCounty(db)) {
    const yuan = amounts.get(name)
    if (!yuan) throw new Error(`no benchmark was made for ${name}`)
    await db.payBenchmark.create({
      data: {
        ...{ id: newId(), countyId: id, year: PA_YEAR, version: 1, state: 'final', fen: BigInt(yuan) * 100n },
        ...{
          source: 'typed',
          documentNo: 'made',
          setByName: 'made',
          effectiveOn: new Date(Date.UTC(PA_YEAR, 0, 1)),
        },
      },
    })
  }
}

export type PaCounty = { county: string; people: number; average: string; ratio: string }

/** By plain SQL of the raw file: teachers of primary, special and junior classes; averages in fen, ratios to six digits. */
export async function rawComparison({ executeSql, copyIn }: Database, file: string): Promise<PaCounty[]> {
  const raw = await rawRows(file)
  await executeSql('create table raw_pa (county text, salary text, position text, school text)')
  await copyIn(
    'raw_pa',
    ['county', 'salary', 'position', 'school'],
    (async function* () {
      for (let at = 0; at < raw.length; at += 5_000)
        yield raw
          .slice(at, at + 5_000)
          .map((row) => `${[row.county, row.salary, row.position, row.school].join('\t')}\n`)
          .join('')
    })(),
  )
  await executeSql('create table raw_benchmark (county text, yuan numeric)')
  const [, ...lines] = readFileSync(made, 'utf8').trimEnd().split('\n')
  await copyIn(
    'raw_benchmark',
    ['county', 'yuan'],
    (async function* () {
      yield `${lines.map((line) => line.split(',').slice(0, 2).join('\t')).join('\n')}\n`
    })(),
  )
  const { rows } = await executeSql(`
    select r.county, count(*)::int as people, round(avg(salary::numeric) * 100)::text as average,
      trunc(avg(salary::numeric) / b.yuan, 6)::text as ratio
    from raw_pa r join raw_benchmark b using (county)
    where salary ~ '^[1-9][0-9]*$'
      and (position in ('Elementary Teacher', 'Elementary Special Ed. Teacher', 'Ungraded Special Ed. Teacher')
        or position in ('Secondary Teacher', 'Secondary Special Ed. Teacher')
          and school ~* '\\y(middle|ms|junior|jr|jhs|intermediate)\\y')
    group by r.county, b.yuan order by r.county`)
  await executeSql('drop table raw_pa')
  await executeSql('drop table raw_benchmark')
  return rows as PaCounty[]
}

/** The same as the application has it. */
export async function shownComparison({ db }: Database): Promise<PaCounty[]> {
  const found = await paritiesOf(db, await everyCounty(db), [PA_YEAR], `${PA_YEAR + 1}-06-01`)
  return found
    .filter(({ parity }) => parity.months > 0)
    .map(({ county, people, parity }) => ({
      ...{ county: county.name, people, average: String(parity.average) },
      ratio: (parity.ratio ?? 0).toFixed(6),
    }))
    .sort((one, other) => (one.county < other.county ? -1 : 1))
}
