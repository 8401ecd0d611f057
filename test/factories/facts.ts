/**
 * Dated facts of a person for tests: status, title, honour, qualification, education. Each makes the person it lacks;
 * those that the roster shows refresh it.
 */
import { refreshRosterOf } from '#app/modules/registry/roster.sql.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { buildPerson, type Columns, type Dates, orNull, period } from './people.ts'

async function personOf(db: Db, personId: string | undefined): Promise<string> {
  return personId ?? (await buildPerson(db)).id
}

export async function buildStatus(
  db: Db,
  { validFrom, validTo, ...given }: Dates & Columns<Prisma.StatusPeriodUncheckedCreateInput> = {},
) {
  const personId = await personOf(db, given.personId)
  const dates = period({ validFrom, validTo })
  const created = await db.statusPeriod.create({
    data: { id: newId(), status: 'sick_leave', ...given, ...dates, personId },
  })
  await refreshRosterOf(db, [personId])
  return created
}

export async function buildTitle(
  db: Db,
  { validFrom, validTo, ...given }: Dates & Columns<Prisma.TitlePeriodUncheckedCreateInput> = {},
) {
  const personId = await personOf(db, given.personId)
  const dates = period({ validFrom, validTo })
  const created = await db.titlePeriod.create({
    data: { id: newId(), titleLevel: 'level_1', ...given, ...dates, personId },
  })
  await refreshRosterOf(db, [personId])
  return created
}

export async function buildHonour(
  db: Db,
  { validFrom, validTo, ...given }: Dates & Columns<Prisma.HonourPeriodUncheckedCreateInput> = {},
) {
  const personId = await personOf(db, given.personId)
  const dates = period({ validFrom, validTo })
  const usual = { id: newId(), honour: 'backbone_county', awardedBy: '示例县教育和体育局' }
  const created = await db.honourPeriod.create({ data: { ...usual, ...given, ...dates, personId } })
  await refreshRosterOf(db, [personId])
  return created
}

export async function buildQualification(
  db: Db,
  given: { personId?: string; kind?: string; subject?: string; issuedOn?: PlainDate } = {},
) {
  const { issuedOn = '2008-07-01', ...columns } = given
  const personId = await personOf(db, columns.personId)
  const usual = { id: newId(), kind: '2', subject: 'chinese' }
  return db.qualification.create({ data: { ...usual, ...columns, issuedOn: orNull(issuedOn), personId } })
}

export async function buildEducation(
  db: Db,
  given: { personId?: string; level?: string; degree?: string; finishedOn?: PlainDate } = {},
) {
  const { finishedOn = '2007-07-01', ...columns } = given
  const personId = await personOf(db, columns.personId)
  const usual = { id: newId(), level: '21', institution: '示例师范大学', major: '汉语言文学' }
  return db.education.create({ data: { ...usual, ...columns, finishedOn: orNull(finishedOn), personId } })
}
