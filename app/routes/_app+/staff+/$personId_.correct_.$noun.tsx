/** A correction on a person: what stands in the record was wrong from the start. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import '#app/modules/registry/ui/words.tsx'
import { isCorrectedNoun } from '#app/modules/registry/ui/acts.ts'
import { correctionActs } from '#app/modules/registry/ui/correction-acts.server.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openAct } from './person-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'staff.act_correct', data?.title)

const open = (args: LoaderFunctionArgs) =>
  openAct(args, isCorrectedNoun(args.params.noun) ? correctionActs[args.params.noun] : null, 'staff:correct')

export async function loader(args: LoaderFunctionArgs) {
  const { page, view } = await open(args)
  return withDraft(page.db, page.actor.accountId, args.request, view)
}

export async function action(args: ActionFunctionArgs) {
  const { act, page, view } = await open(args)
  return act.post(args.request, page, view)
}

export default function Correct() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
