/** A bureau calls for a cohort. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  cohortForm,
  cohortPath,
  cohortRefusalOf,
  indicatorsFrom,
  newCohortView,
  sharesFrom,
} from '#app/modules/principals/cohorts/cohort.form.server.ts'
import { sayCohort } from '#app/modules/principals/cohorts/cohorts.commands.server.ts'
import { bureausOf } from '#app/modules/registry/index.server.ts'
import '#app/modules/principals/words.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { openPrincipals } from './principals-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'cohort.new')

async function open(request: Request) {
  const opened = await openPrincipals(request, 'principals:run')
  const { db, actor, today, words } = opened
  const bureaus = await bureausOf(db, actor, 'principals:run')
  const places = { bureaus, counties: bureaus.filter(({ kind }) => kind !== 'prefecture') }
  const policies = await policiesAt(db, actor.organisationId, today)
  return { ...opened, view: newCohortView(places, policies, today, words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, view } = await open(request)
  return withDraft(db, actor.accountId, request, view)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: cohortForm, view, words },
    commit: async ({ about, shares, blind, defence, ...value }) => {
      const listed = { shares: sharesFrom(shares), indicators: indicatorsFrom({ blind, defence }) }
      const done = await sayCohort(db, actor, { ...value, ...listed, about: about ?? '' }, today)
      if (!done.ok) return cohortRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(cohortPath(done), 'cohort.toast_said') }
    },
  })
}

export default function NewCohort() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
