/** Staging for subjects that name people: an identity number is kept as its look-up hash only (`values.idHash`, hexadecimal). */
import { lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { idSeries } from './id-series.ts'
import { plainStage } from './staging.server.ts'
import type { BatchPlan, RowDraft, RowStage, Subject } from './subject.ts'

/** `check` looks at a row on its way, when everything of it is settled. */
export function hashedStage(
  plan: BatchPlan,
  subject: Subject,
  check: (draft: RowDraft) => void = () => {},
): RowStage {
  const inner = plainStage(plan, subject, idSeries())
  return {
    columns: inner.columns,
    stage(draft) {
      const { values } = draft
      if (values.idNumber) {
        values.idHash = Buffer.from(lookUpHash(values.idNumber)).toString('hex')
        values.idNumber = undefined
      }
      check(draft)
      return inner.stage(draft)
    },
  }
}
