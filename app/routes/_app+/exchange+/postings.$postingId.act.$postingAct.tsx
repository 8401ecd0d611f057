/** What the county does with a posting: an early return, an extension, calling it off. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  cancelForm,
  endForm,
  extendForm,
  POSTING_ACTS,
  postingActView,
  postingRefusalOf,
} from '#app/modules/exchange/postings/posting.form.server.ts'
import {
  cancelPosting,
  endEarly,
  extend,
  type PostingOutcome,
} from '#app/modules/exchange/postings/postings.commands.server.ts'
import '#app/modules/exchange/postings/words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPosting } from './posting-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'posting.title', data?.title)

async function open(args: LoaderFunctionArgs) {
  const act = requireFound(POSTING_ACTS.find((one) => one === args.params.postingAct) ?? null)
  const opened = await openPosting(args, 'exchange:round')
  return { ...opened, act, view: postingActView(opened.posting, act, opened.today, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, posting, act, view, today, words } = await open(args)
  const { id } = posting
  const answer = async (done: PostingOutcome) => {
    if (!done.ok) return postingRefusalOf(done)
    const to = `/exchange/postings/${id}`
    return { ok: true as const, answer: await redirectWithToast(to, `posting.toast_${act}`) }
  }
  const form = { view, words }
  if (act === 'end')
    return runForm(args.request, actor, {
      ...{ ...form, spec: endForm },
      commit: async (value) => answer(await endEarly(db, actor, { ...value, id }, today)),
    })
  if (act === 'extend')
    return runForm(args.request, actor, {
      ...{ ...form, spec: extendForm },
      commit: async (value) => answer(await extend(db, actor, { ...value, id }, today)),
    })
  return runForm(args.request, actor, {
    ...{ ...form, spec: cancelForm },
    commit: async (value) => answer(await cancelPosting(db, actor, { ...value, id }, today)),
  })
}

export default function PostingAct() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
