/** A host school offers posts. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { needForm, needRefusalOf, offerView } from '#app/modules/exchange/rounds/need.form.server.ts'
import { offerPosts } from '#app/modules/exchange/rounds/needs.commands.server.ts'
import '#app/modules/exchange/rounds/words.tsx'
import { schoolOfOffice } from '#app/modules/registry/ui/organisation-names.server.ts'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openRoundPage } from './round-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'need.offer')

async function open(args: LoaderFunctionArgs) {
  const opened = await openRoundPage(args, 'exchange:offer')
  const host = await schoolOfOffice(opened.db, opened.actor)
  return { ...opened, view: offerView(opened.round, host, opened.words) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, view } = await open(args)
  return withDraft(db, actor.accountId, args.request, view)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, round, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: needForm, view, words },
    commit: async ({ version: _, ...wish }) => {
      const done = await offerPosts(db, actor, { ...wish, roundId: round.id }, today)
      if (!done.ok) return needRefusalOf(done)
      return {
        ok: true,
        answer: await redirectWithToast(`/exchange/rounds/${round.id}`, 'need.toast_offered'),
      }
    },
  })
}

export default function NewNeed() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
