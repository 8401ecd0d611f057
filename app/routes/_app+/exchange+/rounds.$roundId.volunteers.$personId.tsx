/** One volunteer: family grounds are checked here, contests of points answered. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { needsFor } from '#app/modules/exchange/rounds/needs.queries.server.ts'
import {
  answerForm,
  answerView,
  claimsForm,
  claimsView,
  volunteerRefusalOf,
} from '#app/modules/exchange/volunteering/application.form.server.ts'
import { checkClaims } from '#app/modules/exchange/volunteering/applications.commands.server.ts'
import { findApplication } from '#app/modules/exchange/volunteering/applications.queries.server.ts'
import { answerContest } from '#app/modules/exchange/volunteering/contests.commands.server.ts'
import { volunteerView } from '#app/modules/exchange/volunteering/volunteer.view.server.ts'
import { Volunteer } from '#app/modules/exchange/volunteering/volunteer-pages.tsx'
import type { Action } from '#app/platform/access/roles.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openRoundPage } from './round-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'volunteer.of_round', data?.title)

async function open(args: LoaderFunctionArgs, action?: Action) {
  const opened = await openRoundPage(args, action)
  const personId = requireId(args.params.personId)
  const row = requireFound(await findApplication(opened.db, opened.actor, opened.round, personId))
  return { ...opened, row }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, round, row, words } = await open(args)
  const posts = new Map((await needsFor(db, round, row)).map((one) => [one.id, one.orgName]))
  return volunteerView(db, actor, round, row, posts, words)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, row, today, words } = await open(args, 'exchange:exempt')
  const about = { roundId: round.id, personId: row.personId }
  const to = `/exchange/rounds/${round.id}/volunteers/${row.personId}`
  const typed = await args.request.clone().formData()
  if (typed.get('which') === 'answer') {
    const contest = { id: String(typed.get('contestId') ?? '') }
    return runForm(args.request, actor, {
      ...{ spec: answerForm, view: answerView(contest, words), words },
      commit: async ({ which: _, ...value }) => {
        const done = await answerContest(db, actor, { ...about, ...value })
        if (!done.ok) return volunteerRefusalOf(done)
        return { ok: true, answer: await redirectWithToast(to, 'volunteer.toast_answered') }
      },
    })
  }
  return runForm(args.request, actor, {
    ...{ spec: claimsForm, view: claimsView(row, words), words },
    commit: async ({ which: _, ...value }) => {
      const done = await checkClaims(db, actor, { ...about, ...value }, today)
      if (!done.ok) return volunteerRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(to, 'volunteer.toast_checked') }
    },
  })
}

export default function VolunteerRoute() {
  return <Volunteer view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
