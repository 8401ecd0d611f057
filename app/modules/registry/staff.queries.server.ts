/** One person's record, as the reader may see it on a day. Not in scope is the same as not there. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDateOrNull } from '#app/platform/database/dates.server.ts'
import type { Person, Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { ACTIVE_STATUSES } from './codes/index.ts'
import { numberWithin } from './person.commands.server.ts'
import { maskDocumentNumber } from './resident-id.ts'
import { categoryOf, type Retirement, retirementFor } from './retirement.ts'
import { readableStaff } from './roster-where.sql.server.ts'
import { type Place, placeOf } from './staff-change.server.ts'
import { readAudit, readFacts, readImports } from './staff-facts.server.ts'
import { type Facts, type LanePeriod, type StaffRecord, timelineOf } from './staff-record.ts'
import { mergeUnits } from './ui/lanes.ts'

/**
 * The record as of a day (today when left out). Who may read the person today, or on that day, reads what had begun by
 * then; what is dated ahead, imports and the audit trail are shown on today's page only.
 */
export async function findStaff(
  db: Db,
  actor: Actor,
  personId: string,
  asOf?: PlainDate | null,
): Promise<StaffRecord | null> {
  const now = today()
  const day = asOf ?? now
  const isToday = day === now
  const current = await readCurrent(db, actor, personId, day, now)
  const person = current && (await db.person.findUnique({ where: { id: personId } }))
  const place = await placeOf(db, personId, now)
  if (!current || !person || !place) return null
  const facts = await readFacts(db, personId, isToday ? null : day)
  const abilities = abilitiesOf(actor, place, person)
  const named = await namesOf(db, actor, facts)
  return {
    ...personFacts(person, abilities.canChange || actor.personId === personId),
    ...facts,
    asOf: day,
    isToday,
    current,
    lanes: lanesOf(facts),
    timeline: timelineOf(facts, {
      imports: isToday ? await readImports(db, actor, personId, person.batchId, facts) : [],
      audit: isToday && abilities.canAudit ? await readAudit(db, personId) : [],
    }),
    retirement: retirementOn(current),
    ...named,
    abilities,
  }
}

type Current = StaffRecord['current']

/**
 * The roster's row of the day, or the first one after it, where the actor may read it. Today's page tells the whole
 * history: who may read that one reads every day of it.
 */
async function readCurrent(
  db: Db,
  actor: Actor,
  personId: string,
  day: PlainDate,
  now: PlainDate,
): Promise<Current | null> {
  const readable = await readableStaff(db, actor)
  const row = await readRow(db, personId, day, readable)
  if (!row || row.isReadable || day === now) return row?.isReadable ? row.current : null
  return (await readRow(db, personId, now, readable))?.isReadable ? row.current : null
}

async function readRow(db: Db, personId: string, day: PlainDate, readable: Prisma.Sql) {
  const [row] = await db.$queryRaw<(Current & { isReadable: boolean })[]>`
    select e.person_id as "personId", e.staff_number as "staffNumber", e.name, e.sex, e.birth_date::text as "birthDate",
      e.org_id as "orgId", e.establishment_org_id as "establishmentOrgId", e.pay_org_id as "payOrgId",
      e.org_since::text as "orgSince", e.staff_category as "staffCategory", e.post_category as "postCategory",
      e.post_level as "postLevel", e.school_post as "schoolPost", e.stage, e.subject, e.title_level as "titleLevel",
      e.honours, e.status, e.education_level as "educationLevel", ${readable} as "isReadable"
    from (select * from roster_entry where person_id = ${personId}::uuid and valid_to > ${day}::date
      order by valid_from limit 1) e`
  if (!row) return null
  const { isReadable, ...current } = row
  return { isReadable, current }
}

function personFacts(person: Person, isKnownToReader: boolean) {
  const { staffNumber, name, formerName, sex, idKind, nationality, ethnicity, politicalStatus } = person
  const { nativePlace, educationLevel, employerNumber, version } = person
  const phone = person.phoneCipher && decryptPersonal(person.phoneCipher)
  return {
    ...{ personId: person.id, version, staffNumber, name, formerName, sex, idKind, nationality, ethnicity },
    ...{ politicalStatus, nativePlace, educationLevel, employerNumber },
    birthDate: fromDbDateOrNull(person.birthDate),
    workStartedOn: fromDbDateOrNull(person.workStartedOn),
    teachingSince: fromDbDateOrNull(person.teachingSince),
    idNumber:
      person.idNumberCipher &&
      maskDocumentNumber(idKind, numberWithin(decryptPersonal(person.idNumberCipher))),
    phone: phone && (isKnownToReader ? phone : maskPhone(phone)),
  }
}

function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

function abilitiesOf(actor: Actor, place: Place, { idNumberCipher }: Person): StaffRecord['abilities'] {
  return {
    canChange: can(actor, 'staff:write', place),
    canCorrect: can(actor, 'staff:correct', place),
    canReveal: idNumberCipher !== null && can(actor, 'identity:reveal', place),
    canAudit: can(actor, 'audit:read', place),
  }
}

/** Main appointments only: a concurrent post holds no establishment, and is shown among the appointments. */
function lanesOf({ appointments }: Facts): StaffRecord['lanes'] {
  const main = appointments.filter((one) => one.isMain)
  const lane = (unit: 'workOrgId' | 'establishmentOrgId' | 'payOrgId'): LanePeriod[] =>
    mergeUnits(main.map((one) => ({ unitId: one[unit], validFrom: one.validFrom, validTo: one.validTo })))
  return { work: lane('workOrgId'), establishment: lane('establishmentOrgId'), pay: lane('payOrgId') }
}

function retirementOn(current: Current): Retirement | null {
  const inService = ACTIVE_STATUSES.some((one) => one === current.status)
  return inService ? retirementFor({ ...current, category: categoryOf(current) }) : null
}

/** The organisations of the record: their names for everybody, their pages for who may open them. */
async function namesOf(
  db: Db,
  actor: Actor,
  { appointments }: Facts,
): Promise<Pick<StaffRecord, 'organisationNames' | 'openOrganisations'>> {
  const ids = appointments.flatMap((one) => [one.workOrgId, one.establishmentOrgId, one.payOrgId])
  const named = await db.organisation.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true, lineage: true },
  })
  return {
    organisationNames: Object.fromEntries(named.map(({ id, name }) => [id, name])),
    openOrganisations: named.filter((one) => can(actor, 'organisation:read', one)).map(({ id }) => id),
  }
}
