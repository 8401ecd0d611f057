/** A bureau names researchers 教研员, gives them contact schools, and ends both. All on `platform/acts`. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import { addDays, addYears, type PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { tellResearcher, tellSchool } from './tell-researchers.server.ts'

export type ResearcherRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'not_a_bureau'
  | 'stale'
  | 'ended'
  | 'person_unknown'
  | 'is_researcher'
  | 'ends_before'
  | 'starts_long_ago'
  | 'outside_service'
  | 'not_of_area'
  | 'is_contact'
type ResearcherOutcome = Outcome<{ id: string }, ResearcherRefusal>

const refuse: Refuse<ResearcherRefusal> = refuseAct

/** Days are plain, `lastDay` the last on which they serve. */
export type NameWish = {
  orgId: string
  staffNumber: string
  stage: string
  subject: string
  validFrom: PlainDate
  lastDay: PlainDate
}

/** Somebody in post within the bureau's area; of one person no two times overlap. */
export function nameResearcher(
  db: PrismaClient,
  actor: Actor,
  wish: NameWish & Keyed,
  today: PlainDate,
): Promise<ResearcherOutcome> {
  const { orgId, staffNumber, stage, subject, validFrom, lastDay } = wish
  return perform(db, actor, {
    name: 'nameResearcher',
    input: wish,
    async lock(tx) {
      const org = await tx.organisation.findUnique({ where: { id: orgId } })
      if (!org || !can(actor, 'studios:call', org)) return refuse('not_allowed')
      if (!['prefecture', 'county', 'zone'].includes(org.kind)) refuse('not_a_bureau')
      if (lastDay < validFrom) refuse('ends_before')
      if (validFrom < addYears(today, -1)) refuse('starts_long_ago')
      return org
    },
    async write(tx, org) {
      const personId = (await inPost(tx, staffNumber, orgId, today)) ?? refuse('person_unknown')
      const id = newId()
      const term = { validFrom: toDbDate(validFrom), validTo: toDbDate(addDays(lastDay, 1)) }
      await tx.researcher.create({
        data: { id, orgId, personId, stage, subject, ...term, namedByName: actor.displayName },
      })
      await tellResearcher(tx, 'notice.researcher_named', { personId, values: { org: org.name }, key: id })
      const after = { stage, subject, validFrom, lastDay }
      return { done: { id }, events: [eventOf('researcher.named', { id, orgId, personId }, after)] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'is_researcher' : null),
  })
}

/** Who has that number and works in the area on the day. */
async function inPost(
  tx: Db,
  staffNumber: string,
  orgId: string,
  day: PlainDate,
): Promise<string | undefined> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select p.id from person p join roster_entry e on e.person_id = p.id join organisation o on o.id = e.org_id
    where p.staff_number = ${staffNumber} and e.valid_from <= ${day}::date and ${day}::date < e.valid_to
      and e.status = 'in_post' and ${orgId}::uuid = any(o.lineage)`
  return found?.id
}

type Versioned = { id: string; version: number }

/** They serve, and have contact schools, to the end of today. */
export function endResearcher(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { why: string } & Keyed,
  today: PlainDate,
): Promise<ResearcherOutcome> {
  return perform(db, actor, {
    name: 'endResearcher',
    input: wish,
    async lock(tx) {
      const researcher = await lockServing(tx, actor, wish.id, today)
      if (researcher.version !== wish.version) refuse('stale')
      return researcher
    },
    async write(tx, { id, orgId, personId, org }) {
      const { why } = wish
      // Who is named for later serves that first day: a time has at least one.
      await tx.$executeRaw`update researcher_contact set valid_to = greatest(${today}::date, valid_from) + 1, version = version + 1
        where researcher_id = ${id}::uuid and valid_to > greatest(${today}::date, valid_from) + 1`
      await tx.$executeRaw`update researcher set valid_to = greatest(${today}::date, valid_from) + 1, version = version + 1
        where id = ${id}::uuid`
      await tellResearcher(tx, 'notice.researcher_ended', { personId, values: { org: org.name }, key: id })
      return { done: { id }, events: [eventOf('researcher.ended', { id, orgId, personId }, { why })] }
    },
  })
}

export type ContactWish = { researcherId: string; schoolId: string; goal: string; validFrom: PlainDate }

/** For as long as the settings say, at most to the end of the researcher's service. */
export function addContact(
  db: PrismaClient,
  actor: Actor,
  wish: ContactWish & Keyed,
  today: PlainDate,
): Promise<ResearcherOutcome> {
  const { researcherId, schoolId, goal, validFrom } = wish
  return perform(db, actor, {
    name: 'addResearcherContact',
    input: wish,
    lock: (tx) => lockServing(tx, actor, researcherId, today),
    async write(tx, { orgId, personId, person, ...service }) {
      const ends = fromDbDate(service.validTo)
      if (validFrom < fromDbDate(service.validFrom) || validFrom >= ends) refuse('outside_service')
      const school = await tx.organisation.findUnique({ where: { id: schoolId } })
      if (!school?.lineage.includes(orgId) || school.kind !== 'school') return refuse('not_of_area')
      const { value: years } = (await policiesAt(tx, orgId, validFrom)).use(
        'studios.researcher_contact_years',
      )
      const full = addYears(validFrom, years)
      const [validTo = full] = [full, ends].toSorted()
      const id = newId()
      const term = { validFrom: toDbDate(validFrom), validTo: toDbDate(validTo) }
      await tx.researcherContact.create({ data: { id, researcherId, schoolId, goal, ...term } })
      const values = { school: school.name, name: person.name }
      await tellResearcher(tx, 'notice.researcher_contact', { personId, values, key: id })
      await tellSchool(tx, 'notice.researcher_contact_of', { schoolId, values, key: id })
      const after = { schoolId, goal, validFrom, lastDay: addDays(validTo, -1) }
      return { done: { id }, events: [eventOf('researcher_contact.added', { id, orgId, personId }, after)] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'is_contact' : null),
  })
}

/** It is a contact school to the end of today. */
export function endContact(
  db: PrismaClient,
  actor: Actor,
  wish: Versioned & { why: string } & Keyed,
  today: PlainDate,
): Promise<ResearcherOutcome> {
  const { id, version, why } = wish
  return perform(db, actor, {
    name: 'endResearcherContact',
    input: wish,
    async lock(tx) {
      const known = (await tx.researcherContact.findUnique({ where: { id } })) ?? refuse('not_found')
      const researcher = await lockServing(tx, actor, known.researcherId, today)
      const contact = await tx.researcherContact.findUniqueOrThrow({ where: { id } })
      if (contact.version !== version) refuse('stale')
      if (fromDbDate(contact.validTo) <= today) refuse('ended')
      return { contact, researcher }
    },
    async write(tx, { contact: { schoolId }, researcher: { orgId, personId } }) {
      await tx.$executeRaw`update researcher_contact set version = version + 1,
        valid_to = least(valid_to, greatest(${today}::date, valid_from) + 1) where id = ${id}::uuid`
      const about = { id, orgId, personId }
      return { done: { id }, events: [eventOf('researcher_contact.ended', about, { schoolId, why })] }
    },
  })
}

/** A researcher of the actor's area who serves or is to. */
async function lockServing(tx: Db, actor: Actor, id: string, today: PlainDate) {
  await tx.$queryRaw`select id from researcher where id = ${id}::uuid for no key update`
  const researcher = await tx.researcher.findUnique({ where: { id }, include: { org: true, person: true } })
  if (!researcher || !can(actor, 'studios:call', researcher.org)) return refuse('not_found')
  if (fromDbDate(researcher.validTo) <= today) refuse('ended')
  return researcher
}

type About = { id: string; orgId: string; personId: string }

function eventOf(
  action: string,
  { id, orgId, personId }: About,
  after: Readonly<Record<string, string>>,
): AuditEvent {
  const subject = `${action.split('.')[0]}:${id}`
  return { action, organisationId: orgId, personId, subject, after }
}
