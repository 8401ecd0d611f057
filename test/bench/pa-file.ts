/** The roster that is imported: the real one where it is at hand, else one of the same shape; and its own count. */
import { createReadStream, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip, gzipSync } from 'node:zlib'
import { randomOf } from '#prisma/seed/random.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Rows, and how many of them each county has, counted from the text alone. */
export type FileCount = { rows: number; byCounty: Map<string, number> }

export type Roster = { file: string; isReal: boolean }

/** The file that BENCH_PA_FILE names, or the one beside the project; without any one made in `directory`. */
export function findRoster(directory: string): Roster {
  const wanted = process.env.BENCH_PA_FILE || path.join(root, '../shared/data/pa-2012-k12.csv.gz')
  if (existsSync(wanted)) return { file: wanted, isReal: true }
  const file = path.join(directory, 'made-pa-2012-k12.csv.gz')
  writeFileSync(file, gzipSync(madeFile()))
  return { file, isReal: false }
}

/** Counts the rows of each county; shares no code with the import. */
export async function countByCounty({ file }: Roster): Promise<FileCount> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  const byCounty = new Map<string, number>()
  let county = -1
  let rows = 0
  for await (const text of lines) {
    const cells = cellsOf(text)
    if (county < 0) {
      county = cells.indexOf('LEACounty')
      continue
    }
    const name = cells[county] ?? ''
    byCounty.set(name, (byCounty.get(name) ?? 0) + 1)
    rows += 1
  }
  return { rows, byCounty }
}

/** Cells of a line; in this file no cell holds a line end. */
function cellsOf(text: string): string[] {
  return text.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, ''))
}

const HEADINGS =
  'SchoolYear,LastName,FirstName,MiddleName,Suffix,AnnualSalary,DegreeDescription,YearsInEd,YearsInLEA,AUN,LEA,LEACounty,School,PositionDescription'
const SIZE = { rows: 191_104, counties: 67, districts: 777, schools: 3_521 }
const POSITIONS = ['Secondary Teacher', 'Elementary Teacher', 'Guidance', 'School Administrator', 'Other']
const DEGREES = ["Master's degree", "Bachelor's (Baccalaureate) degree", '']

/** As many rows, counties, districts and schools as the real file, in its order: district by district. */
function madeFile(): string {
  const random = randomOf('pa file')
  const surnames = [...'王张李刘陈杨赵孙马周徐朱郭于高宋郑胡许韩']
  const given = [...'秀建志文海玉庆晓立振宏永俊新继丽红春艳']
  const lines = [HEADINGS]
  for (let at = 0; at < SIZE.rows; at++) {
    const school = Math.floor((at / SIZE.rows) * SIZE.schools)
    const district = Math.floor((school / SIZE.schools) * SIZE.districts)
    const county = Math.floor((district / SIZE.districts) * SIZE.counties)
    const service = random.int(0, 40)
    const here = random.chance(0.002) ? '' : random.int(0, service)
    const person = `${random.pick(surnames)},${random.pick(given)}${random.pick(given)},,`
    const place = `${100_000_000 + district * 1000},District ${district} SD,County ${county}`
    const work = `${random.int(25, 110)}000,${random.pick(DEGREES)},${service},${here}`
    lines.push(`2012-2013,${person},${work},${place},School ${school},${random.pick(POSITIONS)}`)
  }
  return `${lines.join('\n')}\n`
}
