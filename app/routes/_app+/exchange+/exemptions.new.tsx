/** Records an exemption or deferral with its proof. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordExemption } from '#app/modules/exchange/exemptions.commands.server.ts'
import { readExemption, refusedExemption } from '#app/modules/exchange/exemptions.forms.server.ts'
import { proofMegabytes } from '#app/modules/exchange/exemptions.queries.server.ts'
import { MEGABYTE, PROOF_MOST_MEGABYTES } from '#app/modules/exchange/proof.ts'
import { ExemptionForm } from '#app/modules/exchange/ui/exemption-form.tsx'
import { kindGroups } from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { receiveForm } from '#app/platform/files/receive.server.ts'
import { refuseForm } from '#app/platform/http/form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'exemption.new')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, params, words } = await openExchange(request, 'exchange:exempt')
  const megabytes = await proofMegabytes(db, actor.organisationId, today)
  return { staffNumber: params.get('staff')?.slice(0, 40) ?? '', kinds: kindGroups(words), megabytes }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words } = await openExchange(request, 'exchange:exempt')
  const { form, file } = await receiveForm(request, 'proof', PROOF_MOST_MEGABYTES * MEGABYTE)
  const read = readExemption(form, file)
  if (!read.ok) return refuseForm(read.reply)
  const done = await recordExemption(db, actor, read.value, today)
  if (!done.ok) return refuseForm(refusedExemption(form, done, words.locale), 409)
  return redirectWithToast(`/exchange/exemptions/${done.id}`, 'exemption.toast_recorded')
}

export default function NewExemption() {
  return <ExemptionForm view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
