/**
 * Cases of later years: ten yearly rosters of 100,000 people, of whom each year a tenth moves, a tenth leaves and as many are new.
 * The tenth year's check and commit beside the second's, each by changed person; its undo beside its commit; the most memory of all.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { leanEnvironment, leanFlags } from '#app/cli/lean-process.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { plainOptions } from '#app/platform/imports/batch.ts'
import { runScript } from './child.ts'
import type { ImportRun } from './import-run.ts'
import type { Home, Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'

const PEOPLE = 100_000
const YEARS = 10
const SCHOOLS = 400
const FIRST_YEAR = 2015
const TENTH = 10
const PROFILE = 'bench-history'
const mapping = { name: '姓名', sourceKey: '人员编码', orgName: '学校', subject: '任教学科', stage: '学段' }
const families = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'
const given = '伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚'
const subjects = ['语文', '数学', '英语', '物理', '音乐']

type Person = { key: number; school: number }

/** Which tenth somebody is of in a year: spread evenly, and the same in every run. */
function tenthOf({ key }: Person, year: number): number {
  let mixed = Math.imul(key + 1, 0x9e3779b1) ^ Math.imul(year, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % TENTH
}

/** The next year's staff: one tenth leaves, one moves, as many as left are new. */
function nextYear(staff: readonly Person[], year: number): Person[] {
  const stay = staff.filter((one) => tenthOf(one, year) !== 0)
  const moved = stay.map((one) =>
    tenthOf(one, year) === 1 ? { ...one, school: (one.school + 1 + (year % 7)) % SCHOOLS } : one,
  )
  const first = PEOPLE + year * PEOPLE
  const fresh = Array.from({ length: PEOPLE - stay.length }, (_, at) => ({
    key: first + at,
    school: at % SCHOOLS,
  }))
  return [...moved, ...fresh]
}

function fileOf(staff: readonly Person[], file: string): void {
  const line = ({ key, school }: Person) => {
    const name = `${families[key % 20]}${given[Math.floor(key / 20) % 20]}${given[Math.floor(key / 400) % 20]}`
    return `${name},K${key},第${school}学校,${subjects[key % 5]},小学`
  }
  const inPlace = [...staff].sort((a, b) => a.school - b.school || a.key - b.key)
  writeFileSync(file, `${Object.values(mapping).join(',')}\n${inPlace.map(line).join('\n')}\n`)
}

async function makePlace({ db }: Database): Promise<void> {
  const [root, county] = [newId(), newId()]
  const common = { sortKey: 'a', lineage: [], stages: [] }
  await db.organisation.create({ data: { id: root, kind: 'prefecture', code: 'H', name: '市', ...common } })
  await db.organisation.create({
    data: { id: county, kind: 'county', code: 'H1', name: '县', parentId: root, ...common },
  })
  for (let at = 0; at < SCHOOLS; at += 1) {
    const names = { code: `S${at}`, name: `第${at}学校` }
    await db.organisation.create({
      data: { id: newId(), kind: 'school', parentId: county, ...names, ...common },
    })
  }
  const options = { ...plainOptions, complete: true }
  await db.importProfile.create({
    data: {
      ...{ id: newId(), organisationId: root, subject: 'staff', name: PROFILE },
      ...{ source: PROFILE, mapping, options },
    },
  })
}

function yearOf(file: string, year: number, { env }: Home): Promise<ImportRun> {
  const isLast = year === YEARS
  const given = [file, PROFILE, `${FIRST_YEAR + year}-09-01`, ...(isLast ? ['undo'] : [])]
  return runScript<ImportRun>('import-run.ts', given, { ...env, ...leanEnvironment }, leanFlags)
}

export async function historyCases(place: Place): Promise<Finding[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-years-'))
  // Left over where an earlier run was stopped.
  await place.drop('history')
  const home = await place.home('history')
  try {
    const opened = await home.open()
    await makePlace(opened)
    await opened.close()
    const file = path.join(scratch, 'year.csv')
    const runs: ImportRun[] = []
    let staff: Person[] = Array.from({ length: PEOPLE }, (_, key) => ({ key, school: key % SCHOOLS }))
    for (let year = 1; year <= YEARS; year += 1) {
      if (year > 1) staff = nextYear(staff, year)
      fileOf(staff, file)
      await place.settle()
      const run = await yearOf(file, year, home)
      if (run.state !== 'committed') throw new Error(`year ${year}: ${run.state}, ${run.reason}`)
      runs.push(run)
      say(
        `year ${year}: check ${Math.round(run.checkMs)} ms, commit ${Math.round(run.commitMs)} ms, ${changedIn(run)} changed, ${Math.round(run.peakRssMb)} MB`,
      )
    }
    return findingsOf(place, runs)
  } finally {
    await place.drop('history')
    rmSync(scratch, { recursive: true, force: true })
  }
}

function changedIn({ counts }: ImportRun): number {
  return (counts.new ?? 0) + (counts.changed ?? 0) + (counts.left ?? 0)
}

function findingsOf(place: Place, runs: readonly ImportRun[]): Finding[] {
  const [second, tenth] = [runs[1], runs[YEARS - 1]]
  if (!second || !tenth) throw new Error('years are missing')
  const perPerson = (run: ImportRun) => (run.checkMs + run.commitMs) / changedIn(run)
  const most = Math.max(...runs.map(({ peakRssMb }) => peakRssMb))
  const us = (run: ImportRun) => `${(perPerson(run) * 1000).toFixed(0)} us a changed person`
  const details = { place: place.kind, runs }
  return [
    {
      case: `year ${YEARS} of ${PEOPLE} people, check and commit; year 2`,
      ...{ figure: us(tenth), beside: us(second) },
      ...ratio(perPerson(tenth) / perPerson(second)),
      ...{ bound: { atMost: 1.3 }, details },
    },
    {
      case: `undo of year ${YEARS}; its commit`,
      figure: `${(tenth.undoMs / 1000).toFixed(1)} s`,
      beside: `${(tenth.commitMs / 1000).toFixed(1)} s`,
      ...ratio(tenth.undoMs / tenth.commitMs),
      ...{ bound: { atMost: 2 }, details: {} },
    },
    {
      case: `memory of any year's import`,
      ...{ figure: `${most.toFixed(0)} MB`, beside: '-' },
      ...{ value: most, shown: `${most.toFixed(0)} MB`, bound: { atMost: 400 }, details: {} },
    },
  ]
}
