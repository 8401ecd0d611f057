/** Sends a draft on its way, or removes it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reportActForm, reportActView, reportRefusal } from '#app/modules/pay/reports/report.form.server.ts'
import { REPORT_ACTS } from '#app/modules/pay/reports/report.view.server.ts'
import { removeReport, sendReport } from '#app/modules/pay/reports/reports.commands.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openReport } from './report-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'pay.reports', data?.title)

async function open(args: LoaderFunctionArgs) {
  const act = requireFound(REPORT_ACTS.find((one) => one === args.params.reportAct) ?? null)
  const opened = await openReport(args, 'pay:set')
  return { ...opened, act, view: reportActView(opened.found, act, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, found, act, view, today, words } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: reportActForm, view, words },
    commit: async ({ version, formKey }) => {
      const asked = { id: found.report.id, version, formKey }
      const done =
        act === 'send' ? await sendReport(db, actor, asked, today) : await removeReport(db, actor, asked)
      if (!done.ok) return reportRefusal(done)
      const to = act === 'remove' ? '/pay/reports' : `/pay/reports/${found.report.id}`
      return { ok: true, answer: await redirectWithToast(to, `pay.toast_report_${act}`) }
    },
  })
}

export default function ReportAct() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
