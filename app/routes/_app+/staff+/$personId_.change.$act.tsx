/** A change on a person: something is different from a day on. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import '#app/modules/registry/ui/words.tsx'
import { isChangeAct } from '#app/modules/registry/ui/acts.ts'
import { changeActs } from '#app/modules/registry/ui/change-acts.server.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openAct } from './person-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'staff.list_title', data?.title)

const open = (args: LoaderFunctionArgs) =>
  openAct(args, isChangeAct(args.params.act) ? changeActs[args.params.act] : null, 'staff:write')

export async function loader(args: LoaderFunctionArgs) {
  const { page, view } = await open(args)
  return withDraft(page.db, page.actor.accountId, args.request, view)
}

export async function action(args: ActionFunctionArgs) {
  const { act, page, view } = await open(args)
  return act.post(args.request, page, view)
}

export default function Change() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
