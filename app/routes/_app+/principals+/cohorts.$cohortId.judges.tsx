/** The bureau names who judges. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  cohortPath,
  cohortRefusalOf,
  judgesForm,
  judgesView,
} from '#app/modules/principals/cohorts/cohort.form.server.ts'
import { nameJudges } from '#app/modules/principals/cohorts/cohorts.commands.server.ts'
import { judgeNames } from '#app/modules/principals/cohorts/cohorts.queries.server.ts'
import '#app/modules/principals/words.tsx'
import { namesOf } from '#app/platform/auth/accounts-named.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { openCohort } from './principals-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'cohort.act_judges')

async function open(args: LoaderFunctionArgs) {
  const opened = await openCohort(args, 'principals:run')
  const { db, cohort, today, words } = opened
  const { value: least } = (await policiesAt(db, cohort.orgId, today)).use('principals.judges_least')
  return { ...opened, view: judgesView(cohort, await judgeNames(db, cohort.id), least, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, cohort, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: judgesForm, view, words },
    commit: async ({ names, ...value }) => {
      const done = await nameJudges(db, actor, { ...value, names: namesOf(names), id: cohort.id }, today)
      if (!done.ok) return cohortRefusalOf(done, ['names'])
      return { ok: true, answer: await redirectWithToast(cohortPath(cohort), 'cohort.toast_judges') }
    },
  })
}

export default function NameJudges() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
