/** A head applies to a cohort, takes it back, says yes or no to a place. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  applyForm,
  candidateRefusalOf,
  ownActForm,
  placeRefusalOf,
} from '#app/modules/principals/cohorts/candidate.form.server.ts'
import {
  applyForCohort,
  withdrawCandidacy,
} from '#app/modules/principals/cohorts/candidates.commands.server.ts'
import { findCohortFor } from '#app/modules/principals/cohorts/cohorts.queries.server.ts'
import { ownCohortView } from '#app/modules/principals/cohorts/own.view.server.ts'
import { OwnCohort } from '#app/modules/principals/cohorts/own-page.tsx'
import { confirmPlace, declinePlace } from '#app/modules/principals/cohorts/places.commands.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'cohort.own', data?.title)

async function open({ request, params }: LoaderFunctionArgs) {
  const id = requireId(params.ownCohortId)
  const opened = await openOwnRecord(request)
  const cohort = requireFound(await findCohortFor(opened.db, opened.personId, id, opened.today))
  return { ...opened, cohort }
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await open(args)
  return ownCohortView(opened, opened.cohort)
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const { db, actor, cohort, today, words } = await open(args)
  const cohortId = cohort.id
  const here = `/me/principals/${cohortId}`
  if ((await request.clone().formData()).get('which') !== 'apply')
    return runForm(request, actor, {
      ...{ spec: ownActForm, view: UNDRAWN, words },
      commit: async ({ which, ...value }) => {
        const wish = { ...value, cohortId }
        const toast = `candidate.toast_${which}` as const
        if (which === 'withdraw') {
          const done = await withdrawCandidacy(db, actor, wish, today)
          return done.ok
            ? { ok: true, answer: await redirectWithToast(here, toast) }
            : candidateRefusalOf(done)
        }
        const done = await (which === 'confirm' ? confirmPlace : declinePlace)(db, actor, wish)
        return done.ok ? { ok: true, answer: await redirectWithToast(here, toast) } : placeRefusalOf(done)
      },
    })
  return runForm(request, actor, {
    ...{ spec: applyForm, view: UNDRAWN, words },
    commit: async ({ which: _, ...value }) => {
      const done = await applyForCohort(db, actor, { ...value, cohortId }, today)
      if (!done.ok) return candidateRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(here, 'candidate.toast_sent') }
    },
  })
}

export default function MyCohort() {
  return <OwnCohort view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
