/** One of one's own reports: how it stands and why, and taking it back. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawEntry } from '#app/modules/training/entries.commands.server.ts'
import { findEntry } from '#app/modules/training/entries.queries.server.ts'
import { entryRefusalOf, withdrawForm } from '#app/modules/training/entry.form.server.ts'
import { entryActs, entryPageView } from '#app/modules/training/entry.view.server.ts'
import { OwnEntryPage } from '#app/modules/training/ui/own-entry-page.tsx'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnHours } from './own-hours-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'training.entry', data?.title)

async function open({ request, params }: LoaderFunctionArgs) {
  const opened = await openOwnHours(request)
  const found = await findEntry(opened.db, opened.actor, requireId(params.ownEntryId))
  return { ...opened, found: requireFound(found?.isOwn ? found : null) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, found, today, words } = await open(args)
  const { withdraw } = entryActs(found, words)
  return {
    ...(await entryPageView(db, found, today, words)),
    acts: { withdraw },
    trail: [{ href: '/me/hours', label: words.t('training.mine') }],
    correctHref: found.state === 'returned' ? `/me/hours/new?kind=${found.kind}&corrects=${found.id}` : null,
    copyHref: `/me/hours/new?kind=${found.kind}&from=${found.id}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, found, words } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: withdrawForm, view: entryActs(found, words).withdraw ?? UNDRAWN, words },
    commit: async (value) => {
      const done = await withdrawEntry(db, actor, { ...value, id: found.id })
      if (!done.ok) return entryRefusalOf(done, words)
      return { ok: true, answer: await redirectWithToast('/me/hours', 'training.toast_withdrawn') }
    },
  })
}

export default function MyEntry() {
  return <OwnEntryPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
