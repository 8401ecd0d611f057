/** Draws up a county's year as it is now. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countiesFor } from '#app/modules/pay/parity.queries.server.ts'
import { drawUpForm, drawUpView, reportRefusal } from '#app/modules/pay/reports/report.form.server.ts'
import { drawUpReport } from '#app/modules/pay/reports/reports.commands.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.report_new')

async function open(request: Request) {
  const opened = await openPay(request, 'pay:set')
  const counties = await countiesFor(opened.db, opened.actor)
  return { ...opened, view: drawUpView(counties, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: drawUpForm, view, words },
    commit: async (value) => {
      const done = await drawUpReport(db, actor, value, today)
      if (!done.ok) return reportRefusal(done)
      return {
        ok: true,
        answer: await redirectWithToast(`/pay/reports/${done.id}`, 'pay.toast_report_drawn'),
      }
    },
  })
}

export default function NewReport() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
