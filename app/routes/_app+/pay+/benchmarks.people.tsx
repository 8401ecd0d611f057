/** Counts what civil servants of a county got of a list of them. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countList, peopleForm, peopleFormView } from '#app/modules/pay/benchmark-people.view.server.ts'
import { setBenchmark } from '#app/modules/pay/benchmarks.commands.server.ts'
import { benchmarkRefusal } from '#app/modules/pay/benchmarks.view.server.ts'
import { LIST_MOST_BYTES } from '#app/modules/pay/paper.ts'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.benchmark_people')

async function open(request: Request) {
  const opened = await openPay(request, 'pay:set')
  const counties = await countiesFor(opened.db, opened.actor)
  return { ...opened, counties, view: peopleFormView(counties, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view, counties } = await open(request)
  return runForm(request, actor, {
    ...{ spec: peopleForm, view, words },
    mostBytes: LIST_MOST_BYTES,
    commit: async (value, list) => {
      const county = counties.find(({ id }) => id === value.countyId)
      if (!county) return benchmarkRefusal({ ok: false, reason: 'not_allowed' })
      const counted = await countList(db, county, value.year, list, words)
      if (!counted.ok) return counted
      const done = await setBenchmark(db, actor, { ...value, ...counted, paper: null }, today)
      if (!done.ok)
        return { ...benchmarkRefusal(done), field: done.reason === 'no_amount' ? 'list' : undefined }
      return { ok: true, answer: await redirectWithToast('/pay/benchmarks', 'pay.toast_benchmark') }
    },
  })
}

export default function CountBenchmark() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
