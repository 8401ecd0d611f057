/** Reports hours: first the kind, then what it asks; like an earlier one, or a returned one put right. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { kindsView } from '#app/modules/training/hours.view.server.ts'
import { REPORT_FORM, WAITING } from '#app/modules/training/outbox.ts'
import { reportHours } from '#app/modules/training/report.server.ts'
import { ChooseKind } from '#app/modules/training/ui/choose-kind.tsx'
import { ReportForm } from '#app/modules/training/ui/report-form.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { useOfflinePage } from '#app/platform/outbox/use-offline-page.tsx'
import { openReport } from './own-hours-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.report_one')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, start, params, words } = await openReport(request)
  if (!start) return { kinds: kindsView(words, REPORT_FORM), form: null }
  // What the phone kept of a refused one is more than a draft: its photo too.
  const view = params.has(WAITING) ? start.view : await withDraft(db, actor.accountId, request, start.view)
  return { kinds: null, form: { view, holder: actor.accountId, query: params.toString() } }
}

export async function action({ request }: ActionFunctionArgs) {
  const opened = await openReport(request)
  if (!opened.start) return redirect(REPORT_FORM)
  return reportHours(request, request.url, { ...opened, start: opened.start })
}

export default function ReportHours() {
  useOfflinePage()
  const { kinds, form } = useLoaderData<typeof loader>()
  const reply = useActionData<ActReply>()
  return form ? <ReportForm key={form.query} {...form} reply={reply} /> : <ChooseKind kinds={kinds} />
}
