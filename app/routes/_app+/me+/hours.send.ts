/** Takes reports from the outbox of a phone: the act of the form's own page, answered as data. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { REPORT_FORM } from '#app/modules/training/outbox.ts'
import { reportHours } from '#app/modules/training/report.server.ts'
import { refuseForm } from '#app/platform/forms/read-form.server.ts'
import { outboxAnswer, requireHolder } from '#app/platform/outbox/answer.server.ts'
import { openReport } from './own-hours-page.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const opened = await openReport(request)
  requireHolder(request, opened.actor)
  const { start } = opened
  if (!start) return outboxAnswer(refuseForm({ errors: { '': 'form.invalid' }, values: {} }))
  const formUrl = new URL(REPORT_FORM + new URL(request.url).search, request.url).href
  return outboxAnswer(await reportHours(request, formUrl, { ...opened, start }))
}
