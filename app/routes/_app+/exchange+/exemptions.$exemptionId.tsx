/** One exemption; it can be ended early here. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endExemption } from '#app/modules/exchange/exemptions.commands.server.ts'
import { refusedExemption } from '#app/modules/exchange/exemptions.forms.server.ts'
import { findExemption } from '#app/modules/exchange/exemptions.queries.server.ts'
import { endExemptionForm } from '#app/modules/exchange/forms.ts'
import { exemptionRecordView } from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { ExemptionRecord } from '#app/modules/exchange/ui/exemption-record.tsx'
import type { Action } from '#app/platform/access/roles.ts'
import { readForm, refuseForm } from '#app/platform/http/form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'exemption.title', data?.name)

async function open({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.exemptionId)
  const opened = await openExchange(request, action)
  return { ...opened, found: requireFound(await findExemption(opened.db, opened.actor, id, opened.today)) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { found, today, words } = await open(args)
  return exemptionRecordView(found, today, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, today, words, found } = await open(args, 'exchange:exempt')
  const form = await args.request.formData()
  const read = readForm(form, endExemptionForm)
  if (!read.ok) return refuseForm(read.reply)
  const done = await endExemption(db, actor, { id: found.id, ...read.value }, today)
  if (!done.ok) return refuseForm(refusedExemption(form, done, words.locale), 409)
  return redirectWithToast(`/exchange/exemptions/${found.id}`, 'exemption.toast_ended')
}

export default function Exemption() {
  return <ExemptionRecord view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
