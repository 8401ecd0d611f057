/** Records an exemption or deferral with its proof. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordExemption } from '#app/modules/exchange/exemptions.commands.server.ts'
import { readExemption, refusedExemption } from '#app/modules/exchange/exemptions.forms.server.ts'
import { ExemptionForm } from '#app/modules/exchange/ui/exemption-form.tsx'
import { kindGroups } from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { refuseForm } from '#app/platform/http/form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'exemption.new')

export async function loader({ request }: LoaderFunctionArgs) {
  const { params, words } = await openExchange(request, 'exchange:exempt')
  return { staffNumber: params.get('staff')?.slice(0, 40) ?? '', kinds: kindGroups(words) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words } = await openExchange(request, 'exchange:exempt')
  const form = await request.formData()
  const read = await readExemption(form)
  if (!read.ok) return refuseForm(read.reply)
  const done = await recordExemption(db, actor, read.value, today)
  if (!done.ok) return refuseForm(refusedExemption(form, done, words.locale), 409)
  return redirectWithToast(`/exchange/exemptions/${done.id}`, 'exemption.toast_recorded')
}

export default function NewExemption() {
  return <ExemptionForm view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
