/** Exchange for tests: exemptions, postings, settings. Each makes the parents it lacks. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import type { PolicyValue } from '#app/platform/policy/define.ts'
import { buildCounty, buildSchool } from './organisations.ts'
import { buildPerson, type Columns, orNull } from './people.ts'

type Between = { validFrom?: PlainDate; validTo?: PlainDate }

/** A long illness over the school year 2026 unless said otherwise, recorded where the person works. */
export async function buildExemption(
  db: Db,
  {
    validFrom = '2026-09-01',
    validTo = '2027-09-01',
    ...given
  }: Between & Columns<Prisma.ExchangeExemptionUncheckedCreateInput> = {},
) {
  const personId = given.personId ?? (await buildPerson(db)).id
  const orgId = given.orgId ?? (await workOf(db, personId))
  const dates = { validFrom: toDbDate(validFrom), validTo: toDbDate(validTo) }
  return db.exchangeExemption.create({
    data: { id: newId(), kind: 'illness', ...given, ...dates, personId, orgId },
  })
}

/** A fixed-term posting to another school over the school year 2026 unless said otherwise. */
export async function buildPosting(
  db: Db,
  {
    validFrom = '2026-09-01',
    validTo = '2027-09-01',
    ...given
  }: Between & Columns<Omit<Prisma.ExchangePostingUncheckedCreateInput, 'plannedTo'>> = {},
) {
  const personId = given.personId ?? (await buildPerson(db)).id
  const homeOrgId = given.homeOrgId ?? (await workOf(db, personId))
  const hostOrgId = given.hostOrgId ?? (await buildSchool(db)).id
  const dates = {
    validFrom: toDbDate(validFrom),
    validTo: toDbDate(validTo),
    plannedTo: toDbDate(validTo),
  }
  const usual = { id: newId(), form: 'fixed_term' }
  return db.exchangePosting.create({
    data: { ...usual, ...given, ...dates, personId, homeOrgId, hostOrgId },
  })
}

/** A setting at a prefecture, county or zone; from 2020 on and without end unless said otherwise. */
export async function buildPolicySetting(
  db: Db,
  given: {
    organisationId: string
    key: string
    value: PolicyValue
    validFrom?: PlainDate
    validTo?: PlainDate | null
  },
) {
  const { organisationId, key, value, validFrom = '2020-01-01', validTo } = given
  return db.policySetting.create({
    data: {
      id: newId(),
      organisationId,
      key,
      value,
      validFrom: toDbDate(validFrom),
      validTo: orNull(validTo),
      source: '示例文件',
      setByName: '测试',
    },
  })
}

/** A round of a county for the school year 2027, its needs still being listed, with windows in spring unless said otherwise. */
export async function buildRound(
  db: Db,
  given: {
    orgId?: string
    schoolYear?: number
    needsUntil?: PlainDate
    volunteersUntil?: PlainDate
    contestUntil?: PlainDate
  } = {},
) {
  const { needsUntil = '2027-03-01', volunteersUntil = '2027-04-01', contestUntil = '2027-04-15' } = given
  return db.exchangeRound.create({
    data: {
      id: newId(),
      orgId: given.orgId ?? (await buildCounty(db)).id,
      schoolYear: given.schoolYear ?? 2027,
      needsUntil: toDbDate(needsUntil),
      volunteersUntil: toDbDate(volunteersUntil),
      contestUntil: toDbDate(contestUntil),
    },
  })
}

/** One post of primary mathematics over the school year of the round. */
export async function buildNeed(
  db: Db,
  given: Between & { roundId: string; orgId: string } & Partial<
      Omit<Prisma.ExchangeNeedUncheckedCreateInput, 'validFrom' | 'validTo'>
    >,
) {
  const { schoolYear } = await db.exchangeRound.findUniqueOrThrow({ where: { id: given.roundId } })
  const { validFrom = `${schoolYear}-09-01`, validTo = `${schoolYear + 1}-09-01`, ...columns } = given
  const usual = { id: newId(), form: 'fixed_term', stage: 'primary', subject: 'mathematics', places: 1 }
  const dates = { validFrom: toDbDate(validFrom), validTo: toDbDate(validTo) }
  return db.exchangeNeed.create({ data: { ...usual, ...columns, ...dates } })
}

/** Somebody who volunteered in a round whose posts are signed off. */
export async function buildApplication(db: Db, given: { roundId: string; personId: string }) {
  await db.exchangeRound.update({
    where: { id: given.roundId },
    data: { state: 'volunteering', needsLockedAt: new Date(), needsLockedByName: '测试' },
  })
  const about = { id: newId(), state: 'submitted', submittedAt: new Date() }
  return db.exchangeApplication.create({ data: { ...about, ...given } })
}

async function workOf(db: Db, personId: string): Promise<string> {
  const post = await db.appointment.findFirst({ where: { personId, isMain: true } })
  return post?.workOrgId ?? (await buildSchool(db)).id
}
