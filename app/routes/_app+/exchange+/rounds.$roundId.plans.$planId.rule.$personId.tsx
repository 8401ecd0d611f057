/** Pinning one volunteer to a post, or keeping them from it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planRefusalOf } from '#app/modules/exchange/plans/plan.view.server.ts'
import { ruleForm, ruleView } from '#app/modules/exchange/plans/rule.form.server.ts'
import { fittingPosts, setRule } from '#app/modules/exchange/plans/rules.commands.server.ts'
import '#app/modules/exchange/plans/words.tsx'
import { findApplication } from '#app/modules/exchange/volunteering/applications.queries.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPlan } from './plan-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'plan.title', data?.title)

async function open(args: LoaderFunctionArgs) {
  const personId = requireId(args.params.personId)
  const opened = await openPlan(args, 'exchange:round')
  const { db, actor, round, plan, words } = opened
  const person = requireFound(await findApplication(db, actor, round, personId))
  const posts = await fittingPosts(db, round.id, personId, plan.id)
  return { ...opened, personId, view: ruleView(round, plan, person.name, posts, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, plan, personId, view, words } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: ruleForm, view, words },
    commit: async (value) => {
      const done = await setRule(db, actor, { ...value, roundId: round.id, planId: plan.id, personId })
      if (!done.ok) return planRefusalOf(done)
      const to = `/exchange/rounds/${round.id}/plans/${plan.id}`
      return { ok: true, answer: await redirectWithToast(to, 'plan.toast_ruled') }
    },
  })
}

export default function PlanRule() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
