/** Has the outside feed fetched now. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askFeed } from '#app/modules/pay/feed/feed.commands.server.ts'
import { askFeedForm, askFeedView, feedRefusal } from '#app/modules/pay/feed/feed.view.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.feed')

export async function loader({ request }: LoaderFunctionArgs) {
  return askFeedView((await openPay(request, 'pay:set')).words)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, words } = await openPay(request, 'pay:set')
  return runForm(request, actor, {
    ...{ spec: askFeedForm, view: askFeedView(words), words },
    commit: async ({ formKey }) => {
      const done = await askFeed(db, actor, { formKey })
      if (!done.ok) return feedRefusal(done)
      return { ok: true, answer: await redirectWithToast('/pay/benchmarks/feed', 'pay.toast_feed') }
    },
  })
}

export default function AskFeed() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
