/** Researchers with what they did in a term, their contact schools, and their days at schools. */
import { designated, isRural } from '#app/modules/registry/index.server.ts'
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearStart, type Term } from '#app/platform/dates.ts'
import { bureausInSight } from '../access.sql.server.ts'
import type { TermSpan } from '../coverage/coverage.ts'
import { type DayPart, type DutyDone, LESSON_KINDS, type LogKind, type LogState } from './researcher.ts'

const { sql, join } = Prisma

export type DutyRow = DutyDone &
  Term & {
    id: string
    personId: string
    name: string
    orgId: string
    orgName: string
    lineage: string[]
    stage: string
    subject: string
    validFrom: PlainDate
    /** The first day on which they do not serve. */
    validTo: PlainDate
    /** Days in the term that schools have not answered. */
    waiting: number
    version: number
  }

/** Of which terms; a term that runs is asked of until `today`. */
export type DutyAsked = { terms: readonly TermSpan[]; today: PlainDate }

const yearOf = ({ schoolYear }: TermSpan) => schoolYearStart(schoolYear)

/** The researcher `r`, of the bureau `b`, with what counts of each term in which they serve. */
function duties({ terms, today }: DutyAsked, which: Prisma.Sql) {
  const spans = terms.map(
    (one) =>
      sql`(${one.from}::date, ${one.to}::date, ${yearOf(one)}::date, ${one.schoolYear}::int, ${one.season})`,
  )
  const inTerm = sql`l.held_on >= term.first`
  // The day on which contact schools are counted: of the term and of the service the last that has come.
  const day = sql`least(greatest(least(${today}::date, term.after - 1), r.valid_from), r.valid_to - 1)`
  return sql`
    select r.id, r.person_id as "personId", p.name, r.org_id as "orgId", b.name as "orgName", b.lineage, r.stage, r.subject,
      r.valid_from::text as "validFrom", r.valid_to::text as "validTo", r.version, term.school_year as "schoolYear", term.season,
      done.lessons, done."halfDays", done.waiting, held.contacts, held.rural
    from researcher r join person p on p.id = r.person_id join organisation b on b.id = r.org_id
    join (values ${join(spans)}) term(first, after, year, school_year, season)
      on r.valid_from < term.after and term.first < r.valid_to
    cross join lateral (
      select (count(*) filter (where l.state = 'confirmed' and ${inTerm} and l.kind = any(${LESSON_KINDS}::text[])))::int as lessons,
        (count(*) filter (where l.state = 'reported' and ${inTerm}))::int as waiting,
        coalesce(sum(case l.part when 'day' then 2 else 1 end) filter (where l.state = 'confirmed' and exists (
          select from researcher_contact c where c.researcher_id = r.id and c.school_id = l.school_id
            and c.valid_from <= l.held_on and l.held_on < c.valid_to)), 0)::int as "halfDays"
      from researcher_log l where l.researcher_id = r.id and l.held_on >= term.year and l.held_on < term.after) done
    cross join lateral (
      select count(*)::int as contacts, (count(*) filter (where ${isRural} or ${designated('weak', day)}))::int as rural
      from researcher_contact c join organisation o on o.id = c.school_id
      where c.researcher_id = r.id and c.valid_from <= ${day} and ${day} < c.valid_to) held
    where ${which}`
}

const MOST_RESEARCHERS = 2_000

/** Those in sight who serve in the terms, a bureau's together. */
export function listDuties(db: Db, actor: Actor, asked: DutyAsked): Promise<DutyRow[]> {
  return db.$queryRaw<DutyRow[]>`
    ${duties(asked, bureausInSight(actor, sql`b`))} order by b.code, p.sort_key, r.id limit ${MOST_RESEARCHERS}`
}

/** Of one researcher, the latest term first. */
export function dutiesOf(db: Db, researcherId: string, asked: DutyAsked): Promise<DutyRow[]> {
  return db.$queryRaw<DutyRow[]>`
    ${duties(asked, sql`r.id = ${researcherId}::uuid`)} order by term.first desc`
}

export type ResearcherRow = Omit<DutyRow, keyof DutyDone | keyof Term | 'waiting'>

const researchers = sql`
  select r.id, r.person_id as "personId", p.name, r.org_id as "orgId", b.name as "orgName", b.lineage, r.stage, r.subject,
    r.valid_from::text as "validFrom", r.valid_to::text as "validTo", r.version
  from researcher r join person p on p.id = r.person_id join organisation b on b.id = r.org_id`

/** Null when it is not there or not the reader's to see. */
export async function findResearcher(db: Db, actor: Actor, id: string): Promise<ResearcherRow | null> {
  const [found] = await db.$queryRaw<ResearcherRow[]>`
    ${researchers} where r.id = ${id}::uuid and ${bureausInSight(actor, sql`b`)}`
  return found ?? null
}

/** Somebody's own service, of several the latest. */
export async function ownResearcher(db: Db, personId: string): Promise<ResearcherRow | null> {
  const [found] = await db.$queryRaw<ResearcherRow[]>`
    ${researchers} where r.person_id = ${personId}::uuid order by r.valid_from desc limit 1`
  return found ?? null
}

export type ContactRow = {
  id: string
  schoolId: string
  schoolName: string
  isRural: boolean
  goal: string
  validFrom: PlainDate
  validTo: PlainDate
  /** Half days there that the school confirmed, as long as it is one. */
  halfDays: number
  version: number
}

/** Those of the day first. */
export function contactsOf(db: Db, researcherId: string, day: PlainDate): Promise<ContactRow[]> {
  return db.$queryRaw<ContactRow[]>`
    select c.id, o.id as "schoolId", o.name as "schoolName", (${isRural} or ${designated('weak', sql`${day}::date`)}) as "isRural",
      c.goal, c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.version,
      (select coalesce(sum(case l.part when 'day' then 2 else 1 end), 0)::int from researcher_log l
        where l.researcher_id = c.researcher_id and l.school_id = c.school_id and l.state = 'confirmed'
          and l.held_on >= c.valid_from and l.held_on < c.valid_to) as "halfDays"
    from researcher_contact c join organisation o on o.id = c.school_id
    where c.researcher_id = ${researcherId}::uuid order by c.valid_to <= ${day}::date, c.valid_from desc, o.name, c.id`
}

export type LogRow = {
  id: string
  researcherId: string
  name: string
  subject: string
  stage: string
  schoolId: string
  schoolName: string
  heldOn: PlainDate
  part: DayPart
  kind: LogKind
  title: string
  about: string
  state: LogState
  note: string
  answeredByName: string | null
  version: number
}

const logs = sql`
  select l.id, r.id as "researcherId", p.name, r.subject, r.stage, l.school_id as "schoolId", s.name as "schoolName",
    l.held_on::text as "heldOn", l.part, l.kind, l.title, l.about, l.state, l.note, l.answered_by_name as "answeredByName", l.version
  from researcher_log l join researcher r on r.id = l.researcher_id join person p on p.id = r.person_id
  join organisation s on s.id = l.school_id`

const MOST_LOGS = 400

/** Of one researcher, the latest first; what was withdrawn is not told. */
export function logsOf(db: Db, researcherId: string): Promise<LogRow[]> {
  return db.$queryRaw<LogRow[]>`
    ${logs} where l.researcher_id = ${researcherId}::uuid and l.state <> 'withdrawn'
    order by l.held_on desc, l.id desc limit ${MOST_LOGS}`
}

/** At the schools for which the actor answers: what waits first, then the latest. */
export function hostedLogs(db: Db, actor: Actor): Promise<LogRow[]> {
  return db.$queryRaw<LogRow[]>`
    ${logs} where l.school_id = any(${scopeOf(actor, 'studios:host')}::uuid[]) and l.state <> 'withdrawn'
    order by l.state <> 'reported', l.held_on desc, l.id desc limit ${MOST_LOGS}`
}

/** How many of them wait for an answer, and the first of these. */
export async function waitingLogs(db: Db, actor: Actor): Promise<{ count: number; title: string } | null> {
  const [first] = await db.$queryRaw<{ count: number; title: string }[]>`
    select count(*) over ()::int as count, l.title from researcher_log l
    where l.school_id = any(${scopeOf(actor, 'studios:host')}::uuid[]) and l.state = 'reported' order by l.held_on, l.id limit 1`
  return first ?? null
}

/** One of them; null when it is not there or at another school. */
export async function findHostedLog(db: Db, actor: Actor, id: string): Promise<LogRow | null> {
  const [found] = await db.$queryRaw<LogRow[]>`
    ${logs} join organisation h on h.id = l.school_id
    where l.id = ${id}::uuid and l.state <> 'withdrawn' and h.lineage && ${scopeOf(actor, 'studios:host')}::uuid[]`
  return found ?? null
}
