/**
 * A process of approval as a room declares it in its manifest: its steps as data, who decides each, and what follows. The room
 * keeps what is decided on; the engine keeps where it stands.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerKey, ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { Outcome } from './move.ts'

/**
 * A step, and at which organisation those stand who decide it: where the case is, its county, or the prefecture; or at `each` of
 * those that the process names, and it is passed when all of them have approved.
 */
export type StepSpec = {
  key: string
  label: ServerKey
  action: Action
  at: 'own' | 'county' | 'prefecture' | 'each'
}

/** A line of a public notice: nothing but names and schools. */
export type NoticeRow = { name: string; organisation: string; note: string }

export type DecidedCase = { id: string; subject: string; outcome: Outcome }

export type ApprovalProcess = {
  /** `<room>.<what>`. */
  key: string
  label: ServerKey
  steps: readonly [StepSpec, ...StepSpec[]]
  /** The organisations, at least one, each of which has its word at a step `at: 'each'`. */
  each?: (tx: Db, subject: string) => Promise<string[]>
  /** What a public notice shows after the last step; without it the last approval decides. */
  notice?: (tx: Db, subject: string) => Promise<NoticeRow[]>
  /** Who reads the cases of their scope. */
  readers: Action
  /** The room's own page of what the case is about. */
  href?: (subject: string) => string
  /** What those who decide want to see, in the reader's words. */
  facts?: (
    reading: { db: Db; actor: Actor; t: ServerTranslate; locale: Locale },
    subject: string,
  ) => Promise<{ term: string; value: string }[]>
  /** What follows, in the transaction that decides: for one case, or for a thousand at once. */
  decided?: (tx: Db, cases: readonly DecidedCase[]) => Promise<AuditEvent[]>
}

const known = new Map<string, ApprovalProcess>()

/** A room says which processes it has. */
export function registerProcess(process: ApprovalProcess): void {
  if (known.has(process.key)) throw new Error(`two processes are called ${process.key}`)
  known.set(process.key, process)
}

/** The process of a key; undefined where its room is no more: its cases are then not there either. */
export function findProcess(key: string): ApprovalProcess | undefined {
  return known.get(key)
}

/** The process that a room opens a case of. Throws for one that it does not declare. */
export function processOf(key: string): ApprovalProcess {
  const found = findProcess(key)
  if (!found) throw new Error(`no room declares the process ${key}`)
  return found
}

export function knownProcesses(): readonly ApprovalProcess[] {
  return [...known.values()]
}
