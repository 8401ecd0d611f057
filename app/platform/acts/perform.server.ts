/**
 * How an act runs, whatever it acts on: one transaction that locks, decides, writes, does what follows from it and appends
 * to the audit trail. A refusal anywhere in it leaves nothing written, and is answered as a value. Sent twice with one
 * form key (a double click, a form sent again) it is done once, and both are answered the same.
 */
import { type AuditAuthor, type AuditEvent, appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { type Violation, violationOf } from '#app/platform/database/violation.server.ts'
import { keepAnswer, takeTurn, turnKey } from './form-turn.server.ts'
import { type Keyed, type Outcome, type RefusalValues, refused } from './outcome.ts'

/** An expected refusal on its way out of a transaction, which it rolls back. */
class Refusal extends Error {
  readonly reason: string
  readonly values: RefusalValues | undefined
  constructor(reason: string, values?: RefusalValues) {
    super(reason)
    this.reason = reason
    this.values = values
  }
}

/**
 * Ends the act: nothing of it is written. A room gives it the type of its own codes:
 * `export const refuse: Refuse<StaffRefusal> = refuseAct`.
 */
export type Refuse<Code extends string> = (reason: Code, values?: RefusalValues) => never

export const refuseAct: Refuse<string> = (reason, values) => {
  throw new Refusal(reason, values)
}

/** What an act has written: its answer, and what the audit trail is told. */
export type Written<Done extends object> = { done: Done; events: readonly AuditEvent[] }

export type ActSteps<Subject, Done extends object, Code extends string> = {
  /** `<noun>.<verb>`: two acts never answer for each other. */
  name: string
  /** What was sent. */
  input: { readonly [field: string]: unknown } & Keyed
  /** Locks and reads what is acted on, and refuses what the actor may not, or what has changed meanwhile. */
  lock: (tx: Db) => Promise<Subject>
  /** Decides and writes. */
  write: (tx: Db, subject: Subject) => Promise<Written<Done>>
  /** What follows from every such act, e.g. a derived table. */
  after?: (tx: Db, subject: Subject, done: Done) => Promise<void>
  /** Which refusal a broken rule of the database means; null for a defect. */
  broken?: (violation: Violation) => Code | null
  /** For acts on many rows. */
  timeoutMs?: number
}

/** Runs an act in the name of an actor, or of the command line (which has no account, and sends no form twice). */
export async function perform<Subject, Done extends object, Code extends string>(
  db: PrismaClient,
  { accountId, displayName }: AuditAuthor,
  steps: ActSteps<Subject, Done, Code>,
): Promise<Outcome<Done, Code>> {
  const key = accountId && turnKey(steps.name, steps.input)
  try {
    return await db.$transaction(
      async (tx) => {
        const known = key && (await takeTurn<Done>(tx, accountId, key))
        if (known) return { ok: true, ...known }
        const subject = await steps.lock(tx)
        const { done, events } = await steps.write(tx, subject)
        await steps.after?.(tx, subject, done)
        await appendAudit(tx, { accountId, displayName }, [...events])
        if (key) await keepAnswer(tx, accountId, key, done)
        return { ok: true, ...done }
      },
      steps.timeoutMs ? { timeout: steps.timeoutMs } : undefined,
    )
  } catch (error) {
    if (error instanceof Refusal) return refused(error.reason as Code, error.values)
    const violation = violationOf(error)
    const reason = violation && steps.broken?.(violation)
    if (reason) return refused(reason)
    throw error
  }
}
