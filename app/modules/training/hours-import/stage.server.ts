/** Rows of a file of hours on their way into import_row: identity numbers as their look-up hash only, hours against their days. */
import type { Database } from '#app/platform/database/client.server.ts'
import { idSeries } from '#app/platform/imports/id-series.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import { plainStage } from '#app/platform/imports/staging.server.ts'
import type { BatchPlan, RowDraft, RowStage, Subject } from '#app/platform/imports/subject.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import type { DayPart } from '../codes.ts'
import { mostHours } from '../entry.ts'
import { TENTHS, type TrainingPolicies } from '../training-policy.ts'

export async function hoursStage({ db }: Database, plan: BatchPlan, subject: Subject): Promise<RowStage> {
  const policies = await policiesAt(db, plan.organisationId, plan.asOf)
  const inner = plainStage(plan, subject, idSeries())
  return {
    columns: inner.columns,
    stage(draft) {
      const { values } = draft
      if (values.idNumber) {
        values.idHash = Buffer.from(lookUpHash(values.idNumber)).toString('hex')
        values.idNumber = undefined
      }
      checkHours(draft, policies)
      return inner.stage(draft)
    },
  }
}

function checkHours(draft: RowDraft, policies: TrainingPolicies): void {
  const { startsOn, lastDay, part, hours } = draft.values
  if (!startsOn || !lastDay || !part || !hours || lastDay < startsOn) return
  const most = mostHours({ startsOn, lastDay, part: part as DayPart }, policies)
  if (Number(hours) > most * TENTHS)
    addIssue(draft, 'hours_too_many', 'error', 'hours', String(Number(hours) / TENTHS), String(most))
}
