/** What a host school offers; it is changed and taken back here until the county signs off. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  changeView,
  needForm,
  needRefusalOf,
  takeBackForm,
  takeBackView,
} from '#app/modules/exchange/rounds/need.form.server.ts'
import { NeedPage } from '#app/modules/exchange/rounds/need-page.tsx'
import { changePosts, takeBackPosts } from '#app/modules/exchange/rounds/needs.commands.server.ts'
import { needPageView } from '#app/modules/exchange/rounds/round.view.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openNeedPage } from './round-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'round.title', data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, need, today, words } = await openNeedPage(args)
  const view = needPageView(actor, round, need, today, words)
  const change = changeView(round, need, words)
  const takeBack = view.canChange ? takeBackView(need, words) : null
  return { ...view, trail: change.trail, change: view.canChange ? change : null, takeBack }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, need, today, words } = await openNeedPage(args, 'exchange:offer')
  const one = { id: need.id, roundId: round.id }
  const answer = (key: 'need.toast_changed' | 'need.toast_taken_back') =>
    redirectWithToast(`/exchange/rounds/${round.id}`, key)
  const typed = await args.request.clone().formData()
  if (typed.get('takeBack') === 'yes')
    return runForm(args.request, actor, {
      ...{ spec: takeBackForm, view: takeBackView(need, words), words },
      commit: async (value) => {
        const done = await takeBackPosts(db, actor, { ...one, ...value }, today)
        return done.ok ? { ok: true, answer: await answer('need.toast_taken_back') } : needRefusalOf(done)
      },
    })
  return runForm(args.request, actor, {
    ...{ spec: needForm, view: changeView(round, need, words), words, known: [need.orgId] },
    commit: async (value) => {
      const done = await changePosts(db, actor, { ...one, ...value }, today)
      return done.ok ? { ok: true, answer: await answer('need.toast_changed') } : needRefusalOf(done)
    },
  })
}

export default function Need() {
  return <NeedPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
