/** One report, its proof beside it: approved, returned or taken back here; then on to the next that waits. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveEntries, returnEntry, reverseEntry } from '#app/modules/training/entries.commands.server.ts'
import { findEntry, nextWaiting } from '#app/modules/training/entries.queries.server.ts'
import { approveForm, entryRefusalOf, returnForm } from '#app/modules/training/entry.form.server.ts'
import { entryActs, entryPageView } from '#app/modules/training/entry.view.server.ts'
import { CheckPage } from '#app/modules/training/ui/check-page.tsx'
import type { Action } from '#app/platform/access/roles.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openTraining } from './training-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'training.entry', data?.title)

async function open({ request, params }: LoaderFunctionArgs, action?: Action) {
  const opened = await openTraining(request, action)
  const found = requireFound(await findEntry(opened.db, opened.actor, requireId(params.entryId)))
  return { ...opened, found }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, found, today, words } = await open(args)
  const { withdraw: _, ...acts } = entryActs(found, words)
  const next = await nextWaiting(db, actor, found.id)
  return {
    ...(await entryPageView(db, found, today, words)),
    acts,
    trail: [{ href: '/training/entries', label: words.t('training.check_title') }],
    personHref: `/training/people/${found.personId}`,
    nextHref: next && `/training/entries/${next}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, found, today, words } = await open(args, 'training:check')
  const act = (await args.request.clone().formData()).get('act')
  const acts = entryActs(found, words)
  const next = await nextWaiting(db, actor, found.id)
  const onTo = next ? `/training/entries/${next}` : '/training/entries'
  if (act === 'approve') {
    return runForm(args.request, actor, {
      ...{ spec: approveForm, view: acts.approve ?? UNDRAWN, words },
      commit: async (value) => {
        const done = await approveEntries(db, actor, { ...value, ids: [found.id] }, today)
        if (!done.ok) return entryRefusalOf(done, words)
        return { ok: true, answer: await redirectWithToast(onTo, 'training.toast_approved', { approved: 1 }) }
      },
    })
  }
  const isReversal = act === 'reverse'
  return runForm(args.request, actor, {
    ...{ spec: returnForm, view: (isReversal ? acts.reverse : acts.return) ?? UNDRAWN, words },
    commit: async (value) => {
      const done = await (isReversal ? reverseEntry : returnEntry)(db, actor, { ...value, id: found.id })
      if (!done.ok) return entryRefusalOf(done, words)
      const toast = isReversal ? 'training.toast_reversed' : 'training.toast_returned'
      return {
        ok: true,
        answer: await redirectWithToast(isReversal ? `/training/entries/${found.id}` : onTo, toast),
      }
    },
  })
}

export default function CheckEntry() {
  return <CheckPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
