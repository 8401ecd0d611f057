/** A change on a person: something is different from a day on. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/modules/registry/ui/act-form.tsx'
import { isChangeAct } from '#app/modules/registry/ui/acts.ts'
import { changeActs } from '#app/modules/registry/ui/change-acts.server.ts'
import type { ActReply } from '#app/modules/registry/ui/form-view.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openAct } from './person-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'staff.list_title', data?.title)

const open = (args: LoaderFunctionArgs) =>
  openAct(args, isChangeAct(args.params.act) ? changeActs[args.params.act] : null, 'staff:write')

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { act, page, view } = await open(args)
  return act.post(await args.request.formData(), page, view)
}

export default function Change() {
  return <ActForm view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
