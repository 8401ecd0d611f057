/** Training for tests: reports of hours, and settings. Each makes the parents it lacks. */

import { trainingPolicies } from '#app/modules/training/policies.ts'
import type { TrainingPolicies } from '#app/modules/training/training-policy.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import type { PolicyValue } from '#app/platform/policy/define.ts'
import { buildPerson } from './people.ts'

type Given = Partial<Omit<Prisma.TrainingEntryUncheckedCreateInput, 'startsOn' | 'lastDay'>> & {
  startsOn?: PlainDate
  lastDay?: PlainDate
}

/** A day's course of the county in spring 2026, handed in and not checked yet, unless said otherwise. */
export async function buildEntry(db: Db, { startsOn = '2026-03-14', lastDay, ...given }: Given = {}) {
  const personId = given.personId ?? (await buildPerson(db)).id
  const { workOrgId } = await db.appointment.findFirstOrThrow({ where: { personId, isMain: true } })
  return db.trainingEntry.create({
    data: {
      ...{ id: newId(), kind: 'course', level: 'county', category: 'subject', title: '新课标培训' },
      ...{ provider: '示例县教师发展中心', part: 'day', tenths: 60, evidence: 'attended', year: 2026 },
      ...{ state: 'submitted', orgId: workOrgId },
      ...given,
      ...{ personId, startsOn: toDbDate(startsOn), lastDay: toDbDate(lastDay ?? startsOn) },
    },
  })
}

/** A county's sample of these entries over the year 2026. */
export function buildSample(db: Db, { orgId, entryIds }: { orgId: string; entryIds: readonly string[] }) {
  return db.trainingSample.create({
    data: {
      ...{ id: newId(), orgId, seed: '2026', share: 0.1, least: 2, failShare: 0.2, drawnByName: 'test' },
      ...{ firstDay: toDbDate('2026-01-01'), lastDay: toDbDate('2026-12-31') },
      entries: { create: entryIds.map((entryId) => ({ entryId })) },
    },
  })
}

type Settings = Partial<Record<keyof typeof trainingPolicies, PolicyValue>>

/** The settings of training where nobody has set anything, but for what is given. */
export function trainingPoliciesWith(given: Settings = {}): TrainingPolicies {
  const use = (key: keyof typeof trainingPolicies) => ({
    key,
    value: given[key] ?? trainingPolicies[key].default,
    from: given[key] === undefined ? 'default' : 'county',
    source: trainingPolicies[key].source,
  })
  return { use } as TrainingPolicies
}
