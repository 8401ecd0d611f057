/** Two counties with one of everything that a path can name, and who asks for it: for tests that go through every route. */

import { type Role, roleNames } from '#app/platform/access/roles.ts'
import { openCase } from '#app/platform/approvals/cases.commands.server.ts'
import { type ApprovalProcess, registerProcess } from '#app/platform/approvals/process.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { attach } from '#app/platform/files/attachment.server.ts'
import { newId } from '#app/platform/ids.ts'
import { hashOf } from '#app/platform/notifications/choices.commands.server.ts'
import { HOLDER_HEADER } from '#app/platform/outbox/answer.ts'
import { encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import {
  buildApplication,
  buildExemption,
  buildNeed,
  buildPosting,
  buildRound,
} from '#test/factories/exchange.ts'
import { buildPayReport } from '#test/factories/pay.ts'
import { buildCandidate, buildCohort } from '#test/factories/principals.ts'
import {
  actorOf,
  buildAccount,
  buildCounty,
  buildImportBatch,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import {
  buildActivity,
  buildCall,
  buildContact,
  buildLog,
  buildMember,
  buildPair,
  buildProposal,
  buildProposed,
  buildResearcher,
  buildStudio,
  buildStudioApplication,
} from '#test/factories/studios.ts'
import { buildEntry, buildSample } from '#test/factories/training.ts'
import { signedIn } from '#test/harness/request.ts'
import type { Route } from './routes.ts'

/** The process of the world's case, which waits at the county. */
export const walkedProcess = {
  ...{ key: 'walked.case', label: 'app.name', readers: 'exchange:read' },
  steps: [{ key: 'county', label: 'app.name', action: 'exchange:exempt', at: 'county' }],
} as const satisfies ApprovalProcess
registerProcess(walkedProcess)

/** Who asks: nobody signed in, an account without any role, one that holds a record, or one with a role. */
export type Asker = 'stranger' | 'no role' | 'holder' | Role
/** A report of hours that belongs to whoever holds a record and asks. */
const OWN_ENTRY = '01900000-0000-7000-8000-000000000001'
/** A call to which whoever holds a record and asks has applied. */
const OWN_CALL = '01900000-0000-7000-8000-000000000002'
/** A studio that whoever holds a record and asks leads, and what it does. */
const OWN_STUDIO = '01900000-0000-7000-8000-000000000003'
const OWN_ACTIVITY = '01900000-0000-7000-8000-000000000004'
const OWN_MEMBER = '01900000-0000-7000-8000-000000000005'
const OWN_PAIR = '01900000-0000-7000-8000-000000000006'
const OWN_PROPOSED = '01900000-0000-7000-8000-000000000007'
/** The service as a researcher of whoever holds a record and asks. */
const OWN_RESEARCHER = '01900000-0000-7000-8000-000000000008'
/** A cohort in which whoever holds a record and asks is a candidate. */
const OWN_COHORT = '01900000-0000-7000-8000-000000000009'
/** What the world's import is about. */
export const worldSubject = 'staff'
export const askers: Asker[] = ['stranger', 'no role', 'holder', ...roleNames]

export type World = { countyId: string; otherCountyId: string; params: Record<string, string> }

/** Two counties of one prefecture; everything a path can name stands in the first. */
export async function buildWorld(db: Db): Promise<World> {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const other = await buildCounty(db, { parentId: prefecture.id })
  const school = await buildSchool(db, { parentId: county.id })
  const host = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const account = await buildAccount(db, { organisationId: county.id, grants: ['leader'] })
  const grant = await db.grant.findFirstOrThrow({ where: { accountId: account.id } })
  const secret = newId()
  const feed = { secretHash: hashOf(secret), secret: encryptPersonal(secret) }
  await db.calendarFeed.create({ data: { accountId: account.id, ...feed } })
  const batch = await buildImportBatch(db, { organisationId: county.id })
  const paper = { name: 'proof.pdf', bytes: Buffer.from('%PDF-1.4'), type: 'pdf' } as const
  const facts = { organisationId: school.id, personId: person.id, addedById: account.id }
  const proof = await attach(db, paper, { kind: 'exchange.proof', ...facts })
  const exemption = await buildExemption(db, { personId: person.id, proofId: proof.id })
  const round = await buildRound(db, { orgId: county.id })
  const need = await buildNeed(db, { roundId: round.id, orgId: school.id })
  await buildApplication(db, { roundId: round.id, personId: person.id })
  const plan = await db.exchangePlan.create({
    data: { id: newId(), roundId: round.id, number: 1, settings: {}, createdByName: 'matrix' },
  })
  const posting = await buildPosting(db, { personId: person.id, homeOrgId: school.id, hostOrgId: host.id })
  const report = await buildEntry(db, { personId: person.id })
  const sample = await buildSample(db, { orgId: county.id, entryIds: [report.id] })
  await db.trainingEntry.deleteMany({ where: { id: OWN_ENTRY } })
  await buildEntry(db, { id: OWN_ENTRY, personId: person.id, part: 'spread' })
  const call = await buildCall(db, { orgId: county.id })
  const application = await buildStudioApplication(db, {
    ...{ callId: call.id, personId: person.id, schoolId: school.id },
  })
  await db.studioApplication.deleteMany({ where: { callId: OWN_CALL } })
  await db.studioCall.deleteMany({ where: { id: OWN_CALL } })
  await buildCall(db, { id: OWN_CALL, orgId: county.id })
  await buildStudioApplication(db, { callId: OWN_CALL, personId: person.id, schoolId: school.id })
  const studio = await buildStudio(db, { orgId: county.id, schoolId: school.id, leaderId: person.id })
  await db.studioActivity.deleteMany({ where: { studioId: OWN_STUDIO } })
  await db.studioProposedVisit.deleteMany({ where: { studioId: OWN_STUDIO } })
  await db.studioPair.deleteMany({ where: { studioId: OWN_STUDIO } })
  await db.studioMember.deleteMany({ where: { studioId: OWN_STUDIO } })
  await db.studio.deleteMany({ where: { id: OWN_STUDIO } })
  const led = await buildPerson(db, { appointment: { workOrgId: school.id } })
  await buildStudio(db, { id: OWN_STUDIO, orgId: county.id, schoolId: school.id, leaderId: led.id })
  const pair = { id: OWN_PAIR, mentorId: led.id, traineeId: person.id }
  await buildMember(db, { id: OWN_MEMBER, studioId: OWN_STUDIO, personId: person.id })
  await buildPair(db, { ...pair, studioId: OWN_STUDIO })
  await buildActivity(db, { id: OWN_ACTIVITY, studioId: OWN_STUDIO, hostId: host.id })
  const proposal = await buildProposal(db, { orgId: county.id, state: 'sent' })
  const proposed = { proposalId: proposal.id, studioId: OWN_STUDIO, schoolId: host.id }
  await buildProposed(db, { id: OWN_PROPOSED, ...proposed })
  await db.researcher.deleteMany({ where: { id: OWN_RESEARCHER } })
  await buildResearcher(db, { id: OWN_RESEARCHER, orgId: county.id, personId: led.id })
  const researcher = await buildResearcher(db, { orgId: county.id, personId: person.id })
  const contact = await buildContact(db, { researcherId: researcher.id, schoolId: host.id })
  const log = await buildLog(db, { researcherId: researcher.id, schoolId: host.id })
  const cohort = await buildCohort(db, { orgId: county.id })
  const standing = { schoolId: school.id, countyId: county.id }
  const candidate = await buildCandidate(db, { ...standing, cohortId: cohort.id, personId: person.id })
  await db.principalCandidate.deleteMany({ where: { cohortId: OWN_COHORT } })
  await db.principalCohort.deleteMany({ where: { id: OWN_COHORT } })
  const later = { cycleFrom: '2103-01-01', cycleTo: '2106-01-01' }
  await buildCohort(db, { id: OWN_COHORT, orgId: county.id, ...later })
  await buildCandidate(db, { ...standing, cohortId: OWN_COHORT, personId: person.id })
  const visit = await buildActivity(db, { studioId: studio.id, hostId: host.id })
  const useSecret = newId()
  const heard = { personId: person.id, orgId: school.id, part: 'listener', secretHash: hashOf(useSecret) }
  await db.studioAttendance.create({ data: { activityId: visit.id, ...heard } })
  const feedSecret = newId()
  const studioFeed = { kind: 'studio', subjectId: studio.id, secretHash: hashOf(feedSecret) }
  await db.studioFeed.create({ data: { ...studioFeed, secret: encryptPersonal(feedSecret) } })
  const payReport = await buildPayReport(db, { countyId: county.id })
  // The first entry of a county's chain.
  const entry = { action: 'person.changed', organisationId: school.id, subject: `person:${person.id}` }
  await appendAudit(db, { accountId: null, displayName: 'matrix' }, [entry])
  const wish = {
    process: walkedProcess.key,
    subject: `walked:${school.id}`,
    title: person.name,
    contentHash: '',
  }
  const opener = await actorOf(db, account.id)
  const opened = await openCase(db, opener, { ...wish, organisationId: school.id, parties: [] })
  const days = { firstDay: toDbDate('2026-01-01'), lastDay: toDbDate('2099-01-01') }
  const notice = await db.publicNotice.create({
    data: {
      ...{ id: newId(), caseId: opened.id, number: 1, title: person.name, contentHash: '', ...days },
      rows: [{ name: person.name, organisation: school.name, note: '' }],
      objections: { create: { id: newId(), text: '异议', contact: encryptPersonal('某人') } },
    },
    include: { objections: true },
  })
  const params = {
    noticeId: notice.id,
    objectionId: notice.objections[0]?.id ?? '',
    caseId: opened.id,
    chainId: county.id,
    placeId: county.id,
    countyId: county.id,
    itemCode: 'post',
    reportId: payReport.id,
    reportAct: 'send',
    policyKey: 'exchange.years_at_school',
    seq: '1',
    personId: person.id,
    act: 'post',
    noun: 'identity',
    orgAct: 'edit',
    chart: 'ages',
    organisationId: school.id,
    accountId: account.id,
    grantId: grant.id,
    batchId: batch.id,
    exemptionId: exemption.id,
    roundId: round.id,
    roundAct: 'sign_off',
    needId: need.id,
    planId: plan.id,
    postingId: posting.id,
    hostAct: 'log',
    postingAct: 'end',
    attachmentId: proof.id,
    entryId: report.id,
    ownEntryId: OWN_ENTRY,
    callId: call.id,
    ownCallId: OWN_CALL,
    applicationId: application.id,
    studioId: studio.id,
    ownStudioId: OWN_STUDIO,
    ownActivityId: OWN_ACTIVITY,
    ownMemberId: OWN_MEMBER,
    ownPairId: OWN_PAIR,
    ownProposedId: OWN_PROPOSED,
    proposalId: proposal.id,
    joinableStudioId: studio.id,
    visitId: visit.id,
    cohortId: cohort.id,
    candidateId: candidate.id,
    ownCohortId: OWN_COHORT,
    researcherId: researcher.id,
    contactId: contact.id,
    logId: log.id,
    useSecret,
    feedSecret,
    sampleId: sample.id,
    secret,
    drawnEntryId: report.id,
  }
  return { countyId: county.id, otherCountyId: other.id, params }
}

export async function headersOf(
  db: Db,
  asker: Asker,
  organisationId: string,
): Promise<Record<string, string>> {
  if (asker === 'stranger') return {}
  const isRole = asker !== 'no role' && asker !== 'holder'
  const personId =
    asker === 'holder'
      ? (await buildPerson(db, { appointment: { workOrgId: organisationId } })).id
      : undefined
  if (personId) {
    await db.trainingEntry.updateMany({ where: { id: OWN_ENTRY }, data: { personId } })
    await db.studioApplication.updateMany({ where: { callId: OWN_CALL }, data: { personId } })
    await db.studioMember.updateMany({ where: { studioId: OWN_STUDIO, role: 'leader' }, data: { personId } })
    await db.researcher.updateMany({ where: { id: OWN_RESEARCHER }, data: { personId } })
    await db.principalCandidate.updateMany({ where: { cohortId: OWN_COHORT }, data: { personId } })
  }
  const account = await buildAccount(db, { organisationId, personId, grants: isRole ? [asker] : [] })
  // As the outbox of the asker's own phone sends it.
  return { ...(await signedIn(account.id)), [HOLDER_HEADER]: account.id }
}

/** The address of a route about what stands in the world. */
export function addressIn(route: Pick<Route, 'path'>, { params }: World): string {
  return route.path.replace(/:(\w+)\??/g, (_, name: string) => params[name] ?? '')
}
