/** One cohort; its bureau opens the defence, and draws the list. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cohortPath, cohortRefusalOf, moveForm } from '#app/modules/principals/cohorts/cohort.form.server.ts'
import { cohortView } from '#app/modules/principals/cohorts/cohort.view.server.ts'
import { CohortPage } from '#app/modules/principals/cohorts/cohort-page.tsx'
import { openDefence } from '#app/modules/principals/cohorts/cohorts.commands.server.ts'
import { drawList } from '#app/modules/principals/cohorts/list.commands.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openCohort } from './principals-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'cohort.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openCohort(args)
  return cohortView(opened, opened.cohort)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, cohort, today, words } = await openCohort(args, 'principals:run')
  return runForm(args.request, actor, {
    ...{ spec: moveForm, view: UNDRAWN, words },
    commit: async ({ which, ...value }) => {
      const wish = { ...value, id: cohort.id }
      const done = await (which === 'defence' ? openDefence : drawList)(db, actor, wish, today)
      if (!done.ok) return cohortRefusalOf(done, [])
      return { ok: true, answer: await redirectWithToast(cohortPath(cohort), `cohort.toast_${which}`) }
    },
  })
}

export default function CohortRoute() {
  return <CohortPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
