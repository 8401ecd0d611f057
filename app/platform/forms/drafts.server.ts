/**
 * What was typed into a form and never sent to the end: kept encrypted for its account at the form's address, offered when the
 * form is opened again, gone once the form is through, or after two weeks. Passwords and files are never in it.
 */
import type { Db } from '#app/platform/database/client.server.ts'
import { formatMoment } from '#app/platform/i18n/format.ts'
import { decryptPersonal, encryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import type { FormReply } from './form-reply.ts'
import type { FormView } from './form-view.ts'

export type DraftOf = { accountId: string; address: string }

/** Says that the draft is to stand in the fields. */
const TAKEN = 'draft'
const KEPT_DAYS = 14
const MOST_DRAFTS = 30
const LONGEST_ADDRESS = 300
const MOST_BYTES = 64 * 1024

/** The form's own address within the site, without the wish to take up its draft. */
export function draftAddress(url: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete(TAKEN)
  const query = searchParams.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** Whether a text is an address that a form of this site can have. */
export function isFormAddress(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^\/(?![/\\])[^\s\\]*$/.test(address)
}

/** Keeps what is typed, in place of what was kept before; of many drafts the oldest go. Nothing typed keeps nothing. */
export async function keepDraft(
  db: Db,
  { accountId, address }: DraftOf,
  values: FormReply['values'],
  view?: FormView,
): Promise<void> {
  const hidden = Object.keys(view?.hidden ?? {})
  const typed = Object.entries(values).filter(([name, value]) => value !== '' && !hidden.includes(name))
  const text = JSON.stringify(Object.fromEntries(typed))
  if (typed.length === 0 || text.length > MOST_BYTES || !isFormAddress(address)) return
  const body = encryptPersonal(text)
  const savedAt = new Date()
  await db.formDraft.upsert({
    where: { accountId_address: { accountId, address } },
    create: { accountId, address, body, savedAt },
    update: { body, savedAt },
  })
  const latest = await db.formDraft.findMany({
    where: { accountId },
    orderBy: { savedAt: 'desc' },
    take: MOST_DRAFTS,
    select: { address: true },
  })
  if (latest.length < MOST_DRAFTS) return
  await db.formDraft.deleteMany({
    where: { accountId, address: { notIn: latest.map((one) => one.address) } },
  })
}

export async function dropDraft(db: Db, { accountId, address }: DraftOf): Promise<void> {
  await db.formDraft.deleteMany({ where: { accountId, address } })
}

/** The form with the draft that was left at its address: offered, or standing in the fields where the address says so. */
export async function withDraft(
  db: Db,
  accountId: string,
  request: Request,
  view: FormView,
): Promise<FormView> {
  const address = draftAddress(request.url)
  const found = await db.formDraft.findUnique({ where: { accountId_address: { accountId, address } } })
  if (!found) return { ...view, draft: { address } }
  const isTaken = new URL(request.url).searchParams.has(TAKEN)
  const values = isTaken ? (JSON.parse(decryptPersonal(found.body)) as FormReply['values']) : undefined
  const href = `${address}${address.includes('?') ? '&' : '?'}${TAKEN}=1`
  return { ...view, draft: { address, left: { savedAt: formatMoment(found.savedAt), href }, values } }
}

/** Forgets drafts that nobody came back for. */
export async function sweepDrafts(db: Db): Promise<void> {
  await db.formDraft.deleteMany({ where: { savedAt: { lt: new Date(Date.now() - KEPT_DAYS * 86_400_000) } } })
}
