/** One candidate: the county's word; the bureau says why somebody leaves. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  candidatePath,
  candidateRefusalOf,
  countyForm,
  endForm,
  placeRefusalOf,
} from '#app/modules/principals/cohorts/candidate.form.server.ts'
import { CandidatePage } from '#app/modules/principals/cohorts/candidate-page.tsx'
import { answerCandidate } from '#app/modules/principals/cohorts/candidates.commands.server.ts'
import { candidateView } from '#app/modules/principals/cohorts/cohort.view.server.ts'
import { endCandidacy } from '#app/modules/principals/cohorts/places.commands.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openCandidate } from './principals-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'cohort.candidates', data?.name)

async function open(args: LoaderFunctionArgs) {
  const opened = await openCandidate(args)
  return { ...opened, view: candidateView(opened, opened.cohort, opened.candidate) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const { db, actor, candidate, today, words, view } = await open(args)
  requireCan(canSomewhere(actor, 'principals:recommend'))
  const { id } = candidate
  const answer = async (key: 'candidate.toast_answered' | 'candidate.toast_ended') => ({
    ok: true as const,
    answer: await redirectWithToast(candidatePath(candidate), key),
  })
  if ((await request.clone().formData()).get('which') === 'end')
    return runForm(request, actor, {
      ...{ spec: endForm, view: view.end ?? UNDRAWN, words, isDanger: () => true },
      commit: async ({ which: _, endNote, ...value }) => {
        const done = await endCandidacy(db, actor, { ...value, id, note: endNote ?? '' })
        return done.ok ? answer('candidate.toast_ended') : placeRefusalOf(done)
      },
    })
  return runForm(request, actor, {
    ...{ spec: countyForm, view: view.county ?? UNDRAWN, words },
    commit: async ({ which: _, note, ...value }) => {
      const done = await answerCandidate(db, actor, { ...value, id, note: note ?? '' }, today)
      return done.ok ? answer('candidate.toast_answered') : candidateRefusalOf(done)
    },
  })
}

export default function CandidateRoute() {
  return <CandidatePage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
