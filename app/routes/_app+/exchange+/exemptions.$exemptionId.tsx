/** One exemption; it can be ended early here. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endExemption } from '#app/modules/exchange/exemptions.commands.server.ts'
import { findExemption } from '#app/modules/exchange/exemptions.queries.server.ts'
import { endExemptionForm } from '#app/modules/exchange/forms.ts'
import { endExemptionView, refusalOf } from '#app/modules/exchange/ui/exemption-form.server.ts'
import { exemptionRecordView } from '#app/modules/exchange/ui/exemption-pages.server.ts'
import { ExemptionRecord } from '#app/modules/exchange/ui/exemption-record.tsx'
import type { Action } from '#app/platform/access/roles.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'exemption.title', data?.name)

async function open({ request, params }: LoaderFunctionArgs, action?: Action) {
  const id = requireId(params.exemptionId)
  const opened = await openExchange(request, action)
  const found = requireFound(await findExemption(opened.db, opened.actor, id, opened.today))
  return { ...opened, found, end: endExemptionView(found, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { found, today, words, end } = await open(args)
  return { ...exemptionRecordView(found, today, words), end: found.canEnd ? end : null }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, today, words, found, end } = await open(args, 'exchange:exempt')
  return runForm(args.request, actor, {
    ...{ spec: endExemptionForm, view: end, words },
    commit: async (value) => {
      const done = await endExemption(db, actor, { id: found.id, ...value }, today)
      if (!done.ok) return refusalOf(done, words.locale)
      return {
        ok: true,
        answer: await redirectWithToast(`/exchange/exemptions/${found.id}`, 'exemption.toast_ended'),
      }
    },
  })
}

export default function Exemption() {
  return <ExemptionRecord view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
