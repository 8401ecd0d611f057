/** Hours from a platform's file: whose they are, what is on record already, what cannot be; written whole, taken back whole. */
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { standingOf } from '#app/modules/training/hours.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { actorWith, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { buildEntry } from '#test/factories/training.ts'
import { test } from '#test/harness/db.ts'
import { checked, checkedAgain, codesOf, committed, csv, undone, uploadOf } from '../imports/steps.ts'

const today = '2026-11-23'
const mapping = {
  ...{ staffNumber: '教师编号', idNumber: '身份证号', name: '姓名', title: '培训名称', startsOn: '开始日期' },
  ...{ lastDay: '结束日期', hours: '学时', certificateNo: '证书编号' },
}
const fixed = { kind: 'course', level: 'city', category: 'subject' }
const idNumber = madeResidentId('1985-07-01', 702)

async function place(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const person = (name: string, given: { idNumber?: string } = {}) =>
    buildPerson(db, { name, birthDate: '1985-07-01', ...given, appointment: { workOrgId: school.id } })
  const [one, two] = [await person('张伟'), await person('李娜', { idNumber })]
  return { county, school, one, two, actor: await actorWith(db, 'registrar', county.id) }
}
type Place = Awaited<ReturnType<typeof place>>

type Row = readonly [
  number: string,
  id: string,
  name: string,
  title: string,
  from: string,
  to: string,
  hours: string,
  certificate: string,
]

function check(
  db: PrismaClient,
  { actor, county }: Place,
  rows: readonly Row[],
  given: Record<string, string> = fixed,
) {
  const upload = uploadOf(csv(Object.values(mapping), rows), county.id, { subject: 'hours', asOf: today })
  return checked(db, actor, upload, { mapping, options: { fixed: given } })
}

const sums = async (db: PrismaClient) =>
  (await db.trainingSum.findMany()).reduce((all, { tenths }) => all + tenths, 0)

describe('a file of hours', () => {
  test('is counted, changes nothing a second time, and is taken back by reversal', async ({ db }) => {
    const at = await place(db)
    const rows: Row[] = [
      [at.one.staffNumber, '', '张伟', '骨干培训', '2026-05-09', '2026-05-10', '12', 'PX-1'],
      ['', `="${idNumber}"`, '李娜', '骨干培训', '2026-05-09', '2026-05-10', '12.5', 'PX-2'],
    ]
    const batch = await check(db, at, rows)
    expect(batch.counts).toMatchObject({ rows: 2, new: 2 })
    const staged = JSON.stringify(await db.importRow.findMany({ where: { batchId: batch.id } }))
    expect(staged).not.toContain(idNumber)
    expect((await committed(db, at.actor, batch.id)).state).toBe('committed')
    expect(await sums(db)).toBe(245)
    expect((await standingOf(db, at.two.id, today))?.years.at(0)).toMatchObject({ year: 2026, counted: 125 })
    const again = await check(db, at, rows)
    expect(again.counts).toMatchObject({ unchanged: 2, new: 0 })
    await undone(db, at.actor, batch.id)
    expect(await sums(db)).toBe(0)
    expect(await db.trainingLine.count()).toBe(4)
    expect((await check(db, at, rows)).counts).toMatchObject({ new: 2 })
  })

  test('counts nothing for screen time alone, unless it tells of more', async ({ db }) => {
    const at = await place(db)
    const rows: Row[] = [[at.one.staffNumber, '', '张伟', '网络研修', '2026-05-01', '2026-05-30', '30', '']]
    const online = { ...fixed, kind: 'online' }
    const batch = await check(db, at, rows, online)
    await committed(db, at.actor, batch.id)
    expect(await sums(db)).toBe(0)
    await undone(db, at.actor, batch.id)
    await committed(db, at.actor, (await check(db, at, rows, { ...online, evidence: 'applied' })).id)
    expect(await sums(db)).toBe(300)
  })

  test('is told row by row what cannot be taken', async ({ db }) => {
    const at = await place(db)
    const far = await buildPerson(db, { name: '王五' })
    await buildEntry(db, { personId: at.one.id, startsOn: '2026-03-14', title: '县级培训' })
    const number = at.one.staffNumber
    const rows: Row[] = [
      ['', '', '张伟', '培训', '2026-05-09', '', '6', ''],
      ['T999999999', '', '张伟', '培训', '2026-05-09', '', '6', ''],
      [number, '', '张五', '培训', '2026-05-09', '', '6', ''],
      [far.staffNumber, '', '王五', '培训', '2026-05-09', '', '6', ''],
      [number, '', '张伟', '别的培训', '2026-03-14', '', '6', ''],
      [number, '', '张伟', '县级培训', '2026-03-14', '', '7', ''],
      [number, '', '张伟', '培训', '2026-05-09', '', '25', ''],
      [number, '', '张伟', '培训', '2027-05-09', '', '6', ''],
      [number, '', '张伟', '培训', '2026-05-09', '2026-05-08', '6', ''],
      [number, '', '张伟', '培训', '2026-05-09', '', '0', ''],
      [number, '', '张伟', '培训', '2026-06-06', '', '6', 'PX-9'],
      [number, '', '张伟', '另一培训', '2026-06-06', '', '6', ''],
      [number, '', '张伟', '再培训', '2026-07-04', '', '6', 'PX-9'],
      [
        '',
        idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1')),
        '李娜',
        '培训',
        '2026-05-09',
        '',
        '6',
        '',
      ],
    ]
    const batch = await check(db, at, rows)
    expect(batch.counts).toMatchObject({ rows: 14, new: 1, rejected: 8, conflict: 5 })
    expect({
      ...(await codesOf(db, at.actor, batch.id, 'rejected')),
      ...(await codesOf(db, at.actor, batch.id, 'conflict')),
    }).toEqual({
      2: ['hours_person_missing'],
      3: ['hours_person_unknown'],
      4: ['name_differs'],
      5: ['works_elsewhere'],
      6: ['hours_overlap'],
      7: ['hours_differ'],
      8: ['hours_too_many'],
      9: ['hours_in_future'],
      10: ['hours_ends_before_start'],
      11: ['hours_none'],
      13: ['hours_overlap'],
      14: ['duplicate_in_file'],
      15: ['hours_id_wrong'],
    })
  })

  test('is stale where somebody reported the same time meanwhile', async ({ db }) => {
    const at = await place(db)
    const rows: Row[] = [[at.one.staffNumber, '', '张伟', '培训', '2026-05-09', '', '6', '']]
    const batch = await check(db, at, rows)
    await buildEntry(db, { personId: at.one.id, startsOn: '2026-05-09' })
    const done = await committed(db, at.actor, batch.id)
    expect(done).toMatchObject({ state: 'mapped', problem: 'stale' })
    expect(await db.trainingLine.count()).toBe(0)
    expect((await checkedAgain(db, at.actor, batch.id)).counts).toMatchObject({ conflict: 1, new: 0 })
  })
})
