/**
 * Hours that another room gives in its own transaction: a visit that was confirmed, a posting that was served. They are entries
 * like any other, decided at once, judged by the same rules; each is given once.
 */

import type { AuditAuthor, AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { EntryFacts } from './entry.ts'
import { noteDecisions } from './ledger.server.ts'
import { yearOf } from './training-policy.ts'
import { worthOf } from './worth.ts'

type GivenHours = EntryFacts & {
  personId: string
  /** Where they work: whose settings hold. */
  orgId: string
  /** `<room>:<record>`: of one record nobody gets hours twice. */
  source: string
  day: PlainDate
}

/** Gives hours; the answer is for the giver's own audit entries. Nothing is given where they were given before. */
export async function giveHours(tx: Db, author: AuditAuthor, given: GivenHours): Promise<AuditEvent[]> {
  const { personId, orgId, source, day, startsOn, lastDay, ...facts } = given
  const there = await tx.trainingEntry.findFirst({ where: { personId, source } })
  if (there) return []
  const policies = await policiesAt(tx, orgId, day)
  const entry = await tx.trainingEntry.create({
    data: {
      ...{ id: newId(), personId, orgId, source, ...facts },
      ...{ startsOn: toDbDate(startsOn), lastDay: toDbDate(lastDay) },
      year: yearOf(lastDay, policies.use('training.year').value),
      ...{
        state: 'approved',
        decidedAt: new Date(),
        decidedById: author.accountId,
        decidedByName: author.displayName,
      },
    },
  })
  const worth = worthOf(given, policies)
  await noteDecisions(tx, author, [{ entry, worth }])
  return [
    {
      action: 'training.given',
      organisationId: orgId,
      personId,
      subject: `training:${entry.id}`,
      after: { source, tenths: worth.tenths },
    },
  ]
}
