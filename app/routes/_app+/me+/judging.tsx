/** A judge scores candidates: blind on the papers, then on the defence. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  judgeForm,
  pointsFrom,
  scoreRefusalOf,
} from '#app/modules/principals/cohorts/candidate.form.server.ts'
import { indicatorsOf } from '#app/modules/principals/cohorts/cohorts.queries.server.ts'
import { judgingsOf } from '#app/modules/principals/cohorts/judging.queries.server.ts'
import { JudgingPage } from '#app/modules/principals/cohorts/judging-page.tsx'
import { judgingView } from '#app/modules/principals/cohorts/own.view.server.ts'
import { scoreCandidate } from '#app/modules/principals/cohorts/scores.commands.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwn } from './own-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'judging.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, today, words } = await openOwn(request)
  const chosen = new URL(request.url).searchParams.get('candidate')
  return judgingView(db, await judgingsOf(db, actor, today, chosen), chosen, words)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words } = await openOwn(request)
  const asked = String((await request.clone().formData()).get('candidateId') ?? '')
  const one = (await judgingsOf(db, actor, today)).find(({ candidateId }) => candidateId === asked)
  const all = one ? await indicatorsOf(db, one.cohortId) : []
  const indicators = all.filter(({ phase }) => phase === one?.phase)
  return runForm(request, actor, {
    ...{ spec: judgeForm(indicators), view: UNDRAWN, words },
    commit: async ({ candidateId, comment, declares, formKey, ...typed }) => {
      const points = pointsFrom(typed, indicators.length)
      const wish = { candidateId, comment: comment ?? '', declares: declares ?? false, points, formKey }
      const done = await scoreCandidate(db, actor, wish, today)
      if (!done.ok) return scoreRefusalOf(done)
      const toast = done.conflict ? 'judging.toast_conflict' : 'judging.toast_given'
      return { ok: true, answer: await redirectWithToast('/me/judging', toast) }
    },
  })
}

export default function Judging() {
  return <JudgingPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
