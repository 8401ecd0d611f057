/** A prefecture of any number of staff, made fast: the demo's tree and names, plain careers, the roster by its own SQL. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import { refreshRoster } from '#app/modules/registry/roster.sql.server.ts'
import { formatStaffNumber } from '#app/modules/registry/staff-number.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type BulkRows, writeRows } from '#prisma/seed/bulk.server.ts'
import { nameOf } from '#prisma/seed/names.ts'
import { buildTree, type SeedSchool } from '#prisma/seed/organisations.ts'
import { ageOf, sexOf, subjectOf } from '#prisma/seed/posts.ts'
import { idSequence, type Random, randomOf } from '#prisma/seed/random.ts'
import { addDivision, addSchool } from '#prisma/seed/rows.server.ts'
import { say } from './report.ts'

/** The day the histories lead up to; before any day on which the bench runs. */
const TODAY = '2025-09-01'
/** 60,000 people is the size at which the demo's tree has about 1,100 schools. */
const TREE_SCALE = 66_000
const NAMES_A_POOL = 8_000
const ROWS_A_CHUNK = 2_000
const HALF_AN_HOUR_MS = 1_800_000
const DECADES = [1965, 1975, 1985, 1995] as const

type MadeName = { name: string; sortKey: string; terms: string }
type Lines = { person: string[]; appointment: string[]; title: string[]; honour: string[] }
type Maker = {
  random: Random
  newId: () => string
  nextNumber: () => string
  nameFor: (sex: '1' | '2', birthYear: number) => MadeName
}

const columns: Record<keyof Lines, readonly string[]> = {
  person: [
    'id',
    'staff_number',
    'name',
    'sort_key',
    'search_terms',
    'sex',
    'birth_date',
    'political_status',
    'work_started_on',
    'education_level',
  ],
  appointment: [
    'id',
    'person_id',
    'valid_from',
    'valid_to',
    'is_main',
    'work_org_id',
    'establishment_org_id',
    'pay_org_id',
    'staff_category',
    'post_category',
    'post_level',
    'school_post',
    'stage',
    'subject',
    'employment_form',
    'start_reason',
    'end_reason',
  ],
  title: ['id', 'person_id', 'title_level', 'valid_from'],
  honour: ['id', 'person_id', 'honour', 'valid_from'],
}

/** Fills an empty, migrated database. One that already holds so many staff is left as it is. */
export async function makeStaff(opened: Database, count: number): Promise<void> {
  const there = await opened.db.person.count()
  if (there === count) return
  if (there > 0) throw new Error(`the database holds ${there} staff, not ${count}: drop it first`)
  const began = performance.now()
  const newId = idSequence(TODAY)
  const csv = path.resolve(import.meta.dirname, '../../prisma/seed/liaocheng-divisions.csv')
  const tree = buildTree(readFileSync(csv, 'utf8'), TREE_SCALE, TODAY, newId)
  await opened.db.$transaction(
    async (tx) => {
      const rows: BulkRows = {}
      for (const one of tree.divisions) addDivision(rows, one)
      for (const one of tree.schools) addSchool(rows, one, newId)
      await writeRows(tx, rows)
    },
    { timeout: HALF_AN_HOUR_MS },
  )
  const maker = makerOf(newId)
  const sized = sizedTo(tree.schools, count)
  for (const countyId of new Set(sized.map((school) => school.countyId))) {
    await loadCounty(
      opened,
      maker,
      sized.filter((school) => school.countyId === countyId),
    )
    await opened.executeSql('analyze person, appointment, title_period, honour_period')
    await rosterOf(opened, countyId)
  }
  await opened.executeSql('vacuum analyze')
  const seconds = Math.round((performance.now() - began) / 1000)
  say(`made ${count} staff at ${tree.schools.length} schools in ${seconds} s`)
}

function makerOf(newId: () => string): Maker {
  const random = randomOf('bench staff')
  let number = 0
  const pools = new Map<string, readonly MadeName[]>()
  const poolOf = (sex: '1' | '2', decade: number) => {
    const key = `${sex} ${decade}`
    const known = pools.get(key)
    if (known) return known
    const made = Array.from({ length: NAMES_A_POOL }, () => madeName(nameOf(random, sex, decade).name))
    pools.set(key, made)
    return made
  }
  return {
    random,
    newId,
    nextNumber: () => formatStaffNumber(++number),
    nameFor: (sex, birthYear) => {
      const decade = DECADES.findLast((year) => year - 5 <= birthYear) ?? DECADES[0]
      return random.pick(poolOf(sex, decade))
    },
  }
}

function madeName(name: string): MadeName {
  const { sortKey, searchTerms } = nameKeys(name)
  return { name, sortKey, terms: `{${searchTerms.map((term) => `"${term}"`).join(',')}}` }
}

/** Brings the schools to the number of people asked for; what rounding leaves over goes to the first. */
function sizedTo(schools: readonly SeedSchool[], count: number): SeedSchool[] {
  const factor = count / schools.reduce((sum, { size }) => sum + size, 0)
  const sizes = schools.map(({ size }) => Math.floor(size * factor))
  const left = count - sizes.reduce((sum, size) => sum + size, 0)
  return schools.map((school, at) => ({ ...school, size: (sizes[at] ?? 0) + (at === 0 ? left : 0) }))
}

async function loadCounty(opened: Database, maker: Maker, schools: readonly SeedSchool[]): Promise<void> {
  const lines: Lines = { person: [], appointment: [], title: [], honour: [] }
  for (const school of schools) {
    for (let no = 0; no < school.size; no++) addPerson(lines, maker, school, schools)
  }
  for (const table of Object.keys(lines) as (keyof Lines)[]) {
    const name = table === 'title' || table === 'honour' ? `${table}_period` : table
    await opened.copyIn(name, columns[table], inChunks(lines[table]))
  }
}

async function* inChunks(lines: readonly string[]): AsyncGenerator<string> {
  for (let at = 0; at < lines.length; at += ROWS_A_CHUNK) yield lines.slice(at, at + ROWS_A_CHUNK).join('')
}

function line(...values: (string | null)[]): string {
  return `${values.map((value) => value ?? '\\N').join('\t')}\n`
}

/** Somebody of the school: four in five teach; one in eight came from another school, one in twenty has retired. */
function addPerson(lines: Lines, maker: Maker, school: SeedSchool, neighbours: readonly SeedSchool[]): void {
  const { random, newId } = maker
  const stage = random.pick(school.stages)
  const role = random.weighted([
    ['teacher', 80],
    ['middle', 8],
    ['administrator', 5],
    ['worker', 7],
  ] as const)
  const teaches = role === 'teacher' || role === 'middle'
  const hasRetired = random.chance(0.05)
  const age = hasRetired ? random.int(60, 64) : ageOf(random, role, stage, school.isRural)
  const sex = sexOf(random, role, stage, age)
  const birthYear = 2025 - age
  const { name, sortKey, terms } = maker.nameFor(sex, birthYear)
  const id = newId()
  const birthDate = day(birthYear, random.int(1, 12), random.int(1, 28))
  const startYear = birthYear + 22
  const started = day(startYear, 9, 1)
  const education = random.pick(['21', '21', '21', '31', '14'])
  lines.person.push(
    line(id, maker.nextNumber(), name, sortKey, terms, sex, birthDate, '{}', started, education),
  )
  const post = [
    teaches ? 'full_time_teacher' : role === 'worker' ? 'worker' : 'administrator',
    teaches ? 'professional' : role === 'worker' ? 'worker' : 'management',
    null,
    role === 'middle' ? 'academic_director' : null,
    stage,
    teaches ? subjectOf(random, stage) : null,
    'establishment',
  ]
  const end = hasRetired ? day(birthYear + 60, 9, 1) : null
  const appoint = (orgId: string, from: string, to: string | null, start: string, reason: string | null) =>
    lines.appointment.push(line(newId(), id, from, to, 't', orgId, orgId, orgId, ...post, start, reason))
  if (age > 30 && random.chance(0.125)) {
    const moved = day(startYear + random.int(2, Math.min(age, 59) - 24), 9, 1)
    appoint(random.pick(neighbours).id, started, moved, 'hired', 'transferred')
    appoint(school.id, moved, end, 'transferred', end && 'retired')
  } else appoint(school.id, started, end, 'hired', end && 'retired')
  if (teaches && age > 25) {
    const level = age < 30 ? 'level_2' : age < 40 ? random.pick(['level_2', 'level_1']) : 'level_1'
    lines.title.push(
      line(newId(), id, random.chance(0.2) && age > 42 ? 'senior' : level, day(startYear + 2, 12, 1)),
    )
  }
  if (teaches && age > 32 && random.chance(0.07)) {
    const honour = random.pick(['backbone_county', 'teaching_expert_county', 'backbone_city'])
    lines.honour.push(line(newId(), id, honour, day(startYear + 9, 9, 10)))
  }
}

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

async function rosterOf(opened: Database, countyId: string): Promise<void> {
  const who = Prisma.sql`select distinct a.person_id from appointment a join organisation o on o.id = a.work_org_id
    where o.county_id = ${countyId}::uuid`
  await opened.db.$transaction((tx) => refreshRoster(tx, who), { timeout: HALF_AN_HOUR_MS })
}
