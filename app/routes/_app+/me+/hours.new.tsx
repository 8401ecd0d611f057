/** Reports hours: first the kind, then what it asks; like an earlier one, or a returned one put right. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isTrainingKind } from '#app/modules/training/codes.ts'
import { submitEntry } from '#app/modules/training/entries.commands.server.ts'
import { entryForm, entryRefusalOf, factsIn, givenBy } from '#app/modules/training/entry.form.server.ts'
import { entryStart } from '#app/modules/training/entry-start.server.ts'
import { kindsView } from '#app/modules/training/hours.view.server.ts'
import { MEGABYTE, PROOF_MOST_MEGABYTES } from '#app/modules/training/proof.ts'
import { ChooseKind } from '#app/modules/training/ui/own-hours.tsx'
import { withDraft } from '#app/platform/forms/drafts.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnHours } from './own-hours-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.report_one')

async function open(request: Request) {
  const opened = await openOwnHours(request)
  const { db, actor, params, today, words } = opened
  const kind = params.get('kind') ?? ''
  if (!isTrainingKind(kind)) return { ...opened, start: null }
  return { ...opened, start: requireFound(await entryStart(db, actor, { kind, params, today }, words)) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, start, words } = await open(request)
  if (!start) return { kinds: kindsView(words), view: null }
  return { kinds: null, view: await withDraft(db, actor.accountId, request, start.view) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, start, today, words } = await open(request)
  if (!start) return redirect('/me/hours/new')
  const { kind, corrects, view } = start
  return runForm(request, actor, {
    ...{ spec: entryForm, view, words, given: givenBy(kind) },
    mostBytes: PROOF_MOST_MEGABYTES * MEGABYTE,
    commit: async ({ formKey, ...value }, proof) => {
      const done = await submitEntry(db, actor, { ...factsIn(value), proof, corrects, formKey }, today)
      if (!done.ok) return entryRefusalOf(done, words)
      return {
        ok: true,
        answer: await redirectWithToast(`/me/hours?year=${done.year}`, 'training.toast_submitted'),
      }
    },
  })
}

export default function ReportHours() {
  const { kinds, view } = useLoaderData<typeof loader>()
  const reply = useActionData<ActReply>()
  return view ? <FormPage view={view} reply={reply} /> : <ChooseKind kinds={kinds} />
}
