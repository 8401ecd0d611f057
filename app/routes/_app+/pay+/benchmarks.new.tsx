/** Says what civil servants of a county got in a year. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setBenchmark } from '#app/modules/pay/benchmarks.commands.server.ts'
import {
  benchmarkForm,
  benchmarkFormView,
  benchmarkRefusal,
  typedParts,
} from '#app/modules/pay/benchmarks.view.server.ts'
import { PAPER_MOST_BYTES } from '#app/modules/pay/paper.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.benchmark_new')

async function open(request: Request) {
  const opened = await openPay(request, 'pay:set')
  const counties = await countiesFor(opened.db, opened.actor)
  return { ...opened, view: benchmarkFormView(counties, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: benchmarkForm, view, words },
    mostBytes: PAPER_MOST_BYTES,
    commit: async (value, paper) => {
      const done = await setBenchmark(
        db,
        actor,
        { ...value, parts: typedParts(value), paper, counted: null },
        today,
      )
      if (!done.ok) return benchmarkRefusal(done)
      return { ok: true, answer: await redirectWithToast('/pay/benchmarks', 'pay.toast_benchmark') }
    },
  })
}

export default function NewBenchmark() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
