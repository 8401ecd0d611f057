/** Records an exemption or deferral with its proof. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordExemption } from '#app/modules/exchange/exemptions.commands.server.ts'
import { proofMegabytes } from '#app/modules/exchange/exemptions.queries.server.ts'
import { exemptionForm } from '#app/modules/exchange/forms.ts'
import { MEGABYTE, PROOF_MOST_MEGABYTES } from '#app/modules/exchange/proof.ts'
import { exemptionFormView, refusalOf } from '#app/modules/exchange/ui/exemption-form.server.ts'
import '#app/modules/exchange/ui/due-words.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openExchange } from './exchange-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'exemption.new')

async function open(request: Request) {
  const opened = await openExchange(request, 'exchange:exempt')
  const { db, actor, today, params, words } = opened
  const megabytes = await proofMegabytes(db, actor.organisationId, today)
  const view = exemptionFormView(params.get('staff')?.slice(0, 40) ?? '', megabytes, words)
  return { ...opened, view }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, view } = await open(request)
  return withDraft(db, actor.accountId, request, view)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: exemptionForm, view, words },
    mostBytes: PROOF_MOST_MEGABYTES * MEGABYTE,
    commit: async ({ proof: _, ...wish }, proof) => {
      const done = await recordExemption(db, actor, { ...wish, proof }, today)
      if (!done.ok) return refusalOf(done, words.locale)
      return {
        ok: true,
        answer: await redirectWithToast(`/exchange/exemptions/${done.id}`, 'exemption.toast_recorded'),
      }
    },
  })
}

export default function NewExemption() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
