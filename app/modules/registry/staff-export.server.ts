/** Puts an export of people on record before its first row is read: who took whose data away, and why. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'

export type StaffExport = {
  sheet: 'list' | 'national' | 'retiring'
  /** People in it. */
  rows: number
  /** The list's address, without path; '' is everybody in scope. */
  filter: string
  asOf: string | null
  /** Whether whole identity numbers were asked for, which needs a reason. */
  withIdNumbers?: boolean
  reason?: string
}

export async function recordExport(db: PrismaClient, actor: Actor, taken: StaffExport): Promise<void> {
  const { sheet, rows, filter, asOf, withIdNumbers = false, reason = null } = taken
  const event = {
    action: 'staff.exported',
    organisationId: actor.organisationId,
    subject: `export:${sheet}`,
    reason,
    after: { exported: rows, filter, asOf: asOf ?? today(), withIdNumbers },
  }
  await db.$transaction((tx) => appendAudit(tx, actor, [event]))
}
