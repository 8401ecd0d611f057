/** Builds what the principal pipeline is made of, straight into the database. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { newId } from '#app/platform/ids.ts'

type CohortGiven = {
  id?: string
  orgId: string
  state?: string
  places?: number
  opensOn?: string
  closesOn?: string
  cycleFrom?: string
  cycleTo?: string
}

/** One that calls in every year that tests live in, with two indicators a phase. */
export function buildCohort(db: Db, given: CohortGiven) {
  const { id = newId(), orgId, state = 'open', places = 30 } = given
  const { opensOn = '2026-01-01', closesOn = '2098-12-31', cycleFrom = '2099-01-01' } = given
  const { cycleTo = '2102-01-01' } = given
  const indicators = (['blind', 'defence'] as const).flatMap((phase) =>
    [60, 40].map((points, position) => ({ phase, position, points, title: `指标${position + 1}` })),
  )
  return db.principalCohort.create({
    data: {
      ...{ id, orgId, state, places, title: '名校长培养工程', documentNo: '教字 2 号', blindShare: 60 },
      ...{ opensOn: toDbDate(opensOn), closesOn: toDbDate(closesOn), saidByName: '市局' },
      ...{ cycleFrom: toDbDate(cycleFrom), cycleTo: toDbDate(cycleTo) },
      indicators: { create: indicators },
    },
  })
}

type CandidateGiven = {
  id?: string
  cohortId: string
  personId: string
  schoolId: string
  countyId: string
  state?: string
  stage?: string
  isRural?: boolean
  position?: number
  place?: number
  plan?: string
}

export function buildCandidate(db: Db, { id = newId(), state = 'sent', ...given }: CandidateGiven) {
  const confirmedAt = state === 'cultivating' || state === 'in_line' ? new Date() : null
  return db.principalCandidate.create({
    data: {
      ...{ id, stage: 'primary', isRural: false, plan: '三年规划', ...given, state, confirmedAt },
      ...{ headSince: toDbDate('2018-08-01'), decision: { outcome: 'may', reasons: [] }, sentAt: new Date() },
    },
  })
}
