/** What the reader is to judge as an expert, blind. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reviewsView, scoreForm, scoreRefusalOf } from '#app/modules/studios/calls/review.view.server.ts'
import { Reviews } from '#app/modules/studios/calls/review-page.tsx'
import { reviewsOf } from '#app/modules/studios/calls/reviews.queries.server.ts'
import { giveScore } from '#app/modules/studios/calls/scores.commands.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwn } from './own-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'review.title')

async function open(request: Request) {
  const opened = await openOwn(request)
  const { db, actor, today, words } = opened
  const chosen = new URL(request.url).searchParams.get('application')
  return { ...opened, view: reviewsView(await reviewsOf(db, actor, today), chosen, words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: scoreForm, view: view.chosen?.form ?? UNDRAWN, words },
    commit: async ({ comment, ...value }) => {
      const done = await giveScore(db, actor, { ...value, comment: comment ?? '' }, today)
      if (!done.ok) return scoreRefusalOf(done)
      return { ok: true, answer: await redirectWithToast('/me/reviews', 'review.toast_given') }
    },
  })
}

export default function MyReviews() {
  return <Reviews view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
