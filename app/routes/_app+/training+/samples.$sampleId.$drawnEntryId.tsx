/** One that was drawn, its proof beside it: upheld, or taken back. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findEntry } from '#app/modules/training/entries.queries.server.ts'
import { entryPageView } from '#app/modules/training/entry.view.server.ts'
import { judgeForm, judgeView, sampleRefusalOf } from '#app/modules/training/sample.view.server.ts'
import { judge } from '#app/modules/training/samples.commands.server.ts'
import { findDrawn } from '#app/modules/training/samples.queries.server.ts'
import '#app/modules/training/ui/oversight-words.tsx'
import { EntryPage } from '#app/modules/training/ui/entry-page.tsx'
import type { Action } from '#app/platform/access/roles.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openTraining } from './training-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'training.entry', data?.title)

async function open({ request, params }: LoaderFunctionArgs, action?: Action) {
  const opened = await openTraining(request, action)
  const { db, actor } = opened
  const ids = { sampleId: requireId(params.sampleId), entryId: requireId(params.drawnEntryId) }
  const drawn = requireFound(await findDrawn(db, actor, ids.sampleId, ids.entryId))
  return { ...opened, ...ids, drawn, found: requireFound(await findEntry(db, actor, ids.entryId)) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, sampleId, drawn, found, today, words } = await open(args)
  return {
    ...(await entryPageView(db, found, today, words)),
    acts: drawn.canJudge && !found.isOwn ? { judge: judgeView(words) } : {},
    trail: [
      { href: '/training/samples', label: words.t('training.samples') },
      { href: `/training/samples/${sampleId}`, label: drawn.county },
    ],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, sampleId, entryId, words } = await open(args, 'training:sample')
  return runForm(args.request, actor, {
    ...{ spec: judgeForm, view: judgeView(words), words },
    commit: async (value) => {
      const done = await judge(db, actor, { ...value, sampleId, entryId })
      if (!done.ok) return sampleRefusalOf(done)
      const { added } = done
      const toast = added > 0 ? 'training.toast_whole_school' : 'training.toast_judged'
      return { ok: true, answer: await redirectWithToast(`/training/samples/${sampleId}`, toast, { added }) }
    },
  })
}

export default function DrawnEntry() {
  return <EntryPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
