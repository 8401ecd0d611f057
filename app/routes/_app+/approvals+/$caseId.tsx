/** One case: read by whom it concerns, decided here by whom it waits for, sent in or withdrawn by whose it is. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { findCase } from '#app/platform/approvals/case.queries.server.ts'
import { caseView } from '#app/platform/approvals/case.view.server.ts'
import { runCaseForm } from '#app/platform/approvals/case-form.server.ts'
import { CasePage } from '#app/platform/approvals/ui/case-page.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'approval.title', data?.title)

async function open({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.caseId)
  const reading = await readingOf(request)
  const found = requireFound(await findCase(reading.db, reading.actor, id, reading.day))
  return { reading, found }
}

export async function loader(args: LoaderFunctionArgs) {
  const { reading, found } = await open(args)
  return caseView(reading.db, reading.actor, found, reading)
}

export async function action(args: ActionFunctionArgs) {
  const { reading, found } = await open(args)
  return runCaseForm(args.request, reading, found)
}

export default function Case() {
  return <CasePage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
