/** The plans of a round; a new one is asked for here. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planForm, planRefusalOf, plansView } from '#app/modules/exchange/plans/plan.view.server.ts'
import { Plans } from '#app/modules/exchange/plans/plan-pages.tsx'
import { requestPlan } from '#app/modules/exchange/plans/plans.commands.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPlans } from './plan-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'plan.title')

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, words } = await openPlans(args)
  return plansView(db, actor, round, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, words } = await openPlans(args, 'exchange:round')
  const view = { title: '', trail: [], intro: '', sections: [], submitLabel: '' }
  return runForm(args.request, actor, {
    ...{ spec: planForm, view, words },
    commit: async ({ formKey }) => {
      const done = await requestPlan(db, actor, { roundId: round.id, formKey })
      if (!done.ok) return planRefusalOf(done)
      const to = `/exchange/rounds/${round.id}/plans/${done.id}`
      return { ok: true, answer: await redirectWithToast(to, 'plan.toast_requested') }
    },
  })
}

export default function PlansRoute() {
  return <Plans view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
