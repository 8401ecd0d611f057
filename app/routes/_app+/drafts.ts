/** Keeps what is typed into a form, sent while one types (`typed.<field>`), or throws it away (`intent=drop`). */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { dropDraft, isFormAddress, keepDraft } from '#app/platform/forms/drafts.server.ts'
import { textsOf } from '#app/platform/forms/read-form.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'

const TYPED = 'typed.'

export async function action({ request }: ActionFunctionArgs) {
  const { accountId } = await requireActor(request)
  const { address, intent, ...texts } = textsOf(await request.formData())
  const form = { accountId, address: requireFound(isAddress(address) ? address : null) }
  const { db } = await database()
  if (intent === 'drop') {
    await dropDraft(db, form)
    return redirect(form.address)
  }
  const typed = Object.entries(texts).filter(([name]) => name.startsWith(TYPED))
  await keepDraft(
    db,
    form,
    Object.fromEntries(typed.map(([name, value]) => [name.slice(TYPED.length), value])),
  )
  return new Response(null, { status: 204 })
}

function isAddress(address: string | string[] | undefined): address is string {
  return typeof address === 'string' && isFormAddress(address)
}
