/** What a rule answers: an outcome, and every reason with the number it used, the facts it saw and the clause. Plain JSON. */
import type { PolicyUse } from '#app/platform/policy/define.ts'

export type Reason = {
  /** A code of the rule's room; its words are `<room>.rule.<code>`. */
  rule: string
  /** Whether the condition is met. */
  holds: boolean
  policy?: PolicyUse
  facts: Record<string, string | number | boolean | null>
  /** Where it is written, e.g. policy-source 二(三)3. */
  clause: string
}

export type Decision<Outcome extends string = string> = { outcome: Outcome; reasons: Reason[] }
