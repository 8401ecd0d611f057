/** What the pages of accounts ask first: who is it, may the reader act on it, and what a refusal says. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { organisationOfText } from '#app/modules/registry/ui/organisation-names.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { type AccountRecord, findAccount } from '#app/platform/auth/accounts.queries.server.ts'
import { type AccountRefusal, accountFilterOf } from '#app/platform/auth/accounts.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { refusal, refuseForm } from '#app/platform/forms/read-form.server.ts'
import { requireCan, requireFound, requireId, wordsOf } from '#app/platform/http/respond.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'params'>

/** The account of the path, when the reader may see it. */
export async function openAccount({ request, params }: Args) {
  const actor = await requireActor(request)
  const id = requireId(params.accountId)
  requireCan(canSomewhere(actor, 'account:read'))
  const { db } = await database()
  return {
    db,
    actor,
    words: wordsOf(request),
    account: requireFound<AccountRecord>(await findAccount(db, actor, id)),
  }
}

/** The account of the path, when the reader may act on it. */
export async function openManagedAccount(args: Args) {
  const opened = await openAccount(args)
  requireCan(opened.account.reach === 'manages')
  return opened
}

/** The list's reader and filter. */
export async function openAccountList(request: Request) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'account:read'))
  const { db } = await database()
  const params = new URL(request.url).searchParams
  const place = params.get('place')?.trim() ?? ''
  const organisationId = await organisationOfText(db, actor, place)
  const isPlaceUnknown = place !== '' && organisationId === null
  return { db, actor, params, filter: accountFilterOf(params, organisationId), isPlaceUnknown }
}

/** A rule's refusal of an act that has no field. */
export function refuseAct(form: FormData, reason: AccountRefusal) {
  return refuseForm(refusal(form, `account.error_${reason}`), 409)
}
