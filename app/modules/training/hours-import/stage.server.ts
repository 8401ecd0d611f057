/** Rows of a file of hours on their way into import_row: identity numbers as their look-up hash only, hours against their days. */
import type { Database } from '#app/platform/database/client.server.ts'
import { hashedStage } from '#app/platform/imports/hashed-id-numbers.server.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import type { BatchPlan, RowDraft, RowStage, Subject } from '#app/platform/imports/subject.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { DayPart } from '../codes.ts'
import { mostHours } from '../entry.ts'
import { TENTHS, type TrainingPolicies } from '../training-policy.ts'

export async function hoursStage({ db }: Database, plan: BatchPlan, subject: Subject): Promise<RowStage> {
  const policies = await policiesAt(db, plan.organisationId, plan.asOf)
  return hashedStage(plan, subject, (draft) => checkHours(draft, policies))
}

function checkHours(draft: RowDraft, policies: TrainingPolicies): void {
  const { startsOn, lastDay, part, hours } = draft.values
  if (!startsOn || !lastDay || !part || !hours || lastDay < startsOn) return
  const most = mostHours({ startsOn, lastDay, part: part as DayPart }, policies)
  if (Number(hours) > most * TENTHS)
    addIssue(draft, 'hours_too_many', 'error', 'hours', String(Number(hours) / TENTHS), String(most))
}
