/** One plan: how far its making is, who goes where, who does not and why. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planForm, planRefusalOf, planView } from '#app/modules/exchange/plans/plan.view.server.ts'
import { Plan } from '#app/modules/exchange/plans/plan-pages.tsx'
import { cancelPlan } from '#app/modules/exchange/plans/plans.commands.server.ts'
import { submitPlan } from '#app/modules/exchange/plans/submission.commands.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPlan } from './plan-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'plan.title', data?.name)

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, plan, words } = await openPlan(args)
  return planView(db, actor, round, plan, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, plan, today, words } = await openPlan(args, 'exchange:round')
  const view = { title: '', trail: [], intro: '', sections: [], submitLabel: '' }
  return runForm(args.request, actor, {
    ...{ spec: planForm, view, words },
    commit: async ({ act, formKey }) => {
      const asked = { roundId: round.id, planId: plan.id, formKey }
      const isSent = act === 'submit'
      const done = isSent ? await submitPlan(db, actor, asked, today) : await cancelPlan(db, actor, asked)
      if (!done.ok) return planRefusalOf(done)
      const to = `/exchange/rounds/${round.id}/plans/${plan.id}`
      return {
        ok: true,
        answer: await redirectWithToast(to, `plan.toast_${isSent ? 'submitted' : 'cancelled'}`),
      }
    },
  })
}

export default function PlanRoute() {
  return <Plan view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
