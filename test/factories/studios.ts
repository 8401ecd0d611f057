/** Builds what studios are made of, straight into the database. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { newId } from '#app/platform/ids.ts'

type CallGiven = {
  id?: string
  orgId: string
  state?: string
  opensOn?: string
  closesOn?: string
  termFrom?: string
}

/** A call of a bureau that is open in every year that tests live in. */
export function buildCall(db: Db, given: CallGiven) {
  const { orgId, id = newId(), state = 'open', opensOn = '2026-01-01' } = given
  const { closesOn = '2098-12-31', termFrom = '2099-01-01' } = given
  return db.studioCall.create({
    data: {
      ...{ id, orgId, state, tier: 'county', title: '名师工作室征集', about: '', documentNo: '教字 1 号' },
      ...{ stages: [], subjects: [], places: 10, saidByName: '教育局' },
      ...{ opensOn: toDbDate(opensOn), closesOn: toDbDate(closesOn), termFrom: toDbDate(termFrom) },
    },
  })
}

type ApplicationGiven = { id?: string; callId: string; personId: string; schoolId: string }

export function buildStudioApplication(db: Db, { id = newId(), ...given }: ApplicationGiven) {
  return db.studioApplication.create({
    data: {
      ...{ id, ...given, stage: 'primary', subject: 'chinese', name: '读写工作室', plan: '三年规划' },
      ...{ decision: { outcome: 'may', reasons: [] }, sentAt: new Date() },
    },
  })
}

type StudioGiven = {
  id?: string
  orgId: string
  schoolId: string
  leaderId?: string
  validFrom?: string
  validTo?: string
}

export function buildStudio(db: Db, given: StudioGiven) {
  const { orgId, schoolId, leaderId } = given
  const term = {
    validFrom: toDbDate(given.validFrom ?? '2026-09-01'),
    validTo: toDbDate(given.validTo ?? '2029-09-01'),
  }
  return db.studio.create({
    data: {
      ...{ id: given.id ?? newId(), orgId, schoolId, tier: 'county', name: '读写工作室', stage: 'primary' },
      ...{ subject: 'chinese', ...term },
      ...(leaderId && { members: { create: { id: newId(), personId: leaderId, role: 'leader', ...term } } }),
    },
  })
}

type ActivityGiven = { id?: string; studioId: string; hostId: string; state?: string; startsAt?: Date }

export function buildActivity(db: Db, given: ActivityGiven) {
  const {
    studioId,
    hostId,
    id = newId(),
    state = 'asked',
    startsAt = new Date('2027-03-17T06:00:00Z'),
  } = given
  return db.studioActivity.create({
    data: {
      ...{ id, studioId, hostId, state, kind: 'outreach', title: '送教下乡', stage: 'primary' },
      ...{ subject: 'chinese', startsAt, endsAt: new Date(startsAt.getTime() + 2 * 3_600_000), tenths: 20 },
      ...(state === 'confirmed' && { confirmedAt: new Date(), confirmedByName: '办公室' }),
    },
  })
}

type MemberGiven = {
  id?: string
  studioId: string
  personId: string
  role?: 'core' | 'trainee'
  seat?: number
  turn?: number
}

/** For the whole of the studio's term. */
export async function buildMember(db: Db, { id = newId(), role = 'trainee', ...given }: MemberGiven) {
  const studio = await db.studio.findUniqueOrThrow({ where: { id: given.studioId } })
  const term = { validFrom: studio.validFrom, validTo: studio.validTo }
  return db.studioMember.create({ data: { id, role, ...given, ...term } })
}

type PairGiven = { id?: string; studioId: string; mentorId: string; traineeId: string }

export async function buildPair(db: Db, { id = newId(), ...given }: PairGiven) {
  const studio = await db.studio.findUniqueOrThrow({ where: { id: given.studioId } })
  const term = { validFrom: studio.validFrom, validTo: studio.validTo }
  return db.studioPair.create({ data: { id, goal: '上一节公开课', ...given, ...term } })
}

type ProposalGiven = { orgId: string; state?: string; schoolYear?: number; season?: 'autumn' | 'spring' }

/** For a term that is still to come in every year that tests live in. */
export function buildProposal(db: Db, given: ProposalGiven) {
  const { orgId, state = 'solved', schoolYear = 2098, season = 'autumn' } = given
  const sentAt = state === 'sent' ? new Date() : null
  return db.studioProposal.create({
    data: { id: newId(), orgId, state, schoolYear, season, sentAt, createdByName: '人事科' },
  })
}

type ProposedGiven = { id?: string; proposalId: string; studioId: string; schoolId: string }

export function buildProposed(db: Db, { id = newId(), ...given }: ProposedGiven) {
  return db.studioProposedVisit.create({
    data: { id, ...given, km: 12, why: { missing: 3, newSubject: true } },
  })
}

type ResearcherGiven = { id?: string; orgId: string; personId: string; validFrom?: string; validTo?: string }

/** Serves in every year that tests live in, unless told otherwise. */
export function buildResearcher(db: Db, given: ResearcherGiven) {
  const { id = newId(), validFrom = '2026-02-01', validTo = '2099-01-01', ...of } = given
  const term = { validFrom: toDbDate(validFrom), validTo: toDbDate(validTo) }
  return db.researcher.create({
    data: { id, ...of, ...term, stage: 'primary', subject: 'chinese', namedByName: '人事科' },
  })
}

type ContactGiven = { researcherId: string; schoolId: string; validFrom?: string; validTo?: string }

/** For the whole of the researcher's service, unless told otherwise. */
export async function buildContact(db: Db, { validFrom, validTo, ...given }: ContactGiven) {
  const service = await db.researcher.findUniqueOrThrow({ where: { id: given.researcherId } })
  const term = {
    validFrom: validFrom ? toDbDate(validFrom) : service.validFrom,
    validTo: validTo ? toDbDate(validTo) : service.validTo,
  }
  return db.researcherContact.create({ data: { id: newId(), ...given, ...term, goal: '建起校本教研' } })
}

type LogGiven = {
  researcherId: string
  schoolId: string
  heldOn?: string
  part?: 'day' | 'morning' | 'afternoon'
  kind?: 'demonstration' | 'open_lesson' | 'research_lesson' | 'guidance'
  state?: 'reported' | 'confirmed' | 'withdrawn'
}

export function buildLog(db: Db, { heldOn = '2026-10-12', state = 'reported', ...given }: LogGiven) {
  const answered = { answeredAt: new Date(), answeredByName: '办公室' }
  return db.researcherLog.create({
    data: {
      ...{ id: newId(), part: 'day', kind: 'demonstration', title: '分数的意义', ...given, state },
      ...{ heldOn: toDbDate(heldOn), ...(state === 'confirmed' && answered) },
    },
  })
}
