/** The teacher's own postings: facts, assessments, and the log of the one that runs. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownLogForm, postingRefusalOf } from '#app/modules/exchange/postings/posting.form.server.ts'
import { ownPostingsView } from '#app/modules/exchange/postings/posting.view.server.ts'
import { OwnPostings } from '#app/modules/exchange/postings/posting-pages.tsx'
import { writeLog } from '#app/modules/exchange/postings/while-away.commands.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { type ActReply, UNDRAWN } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { localeOf, redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'posting.mine')

async function open(request: Request) {
  const actor = await requireActor(request)
  const personId = requireFound(actor.personId)
  const locale = localeOf(request)
  const { db } = await database()
  const words = { t: translator(locale), locale }
  return { db, actor, words, today: today(), view: await ownPostingsView(db, personId, today(), words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, words, today, view } = await open(request)
  const asked = (await request.clone().formData()).get('posting')
  const drawn = view.postings.find(({ id }) => id === asked)?.log ?? UNDRAWN
  return runForm(request, actor, {
    ...{ spec: ownLogForm, view: drawn, words },
    commit: async ({ posting: id, ...value }) => {
      const done = await writeLog(db, actor, { ...value, id }, today)
      if (!done.ok) return postingRefusalOf(done)
      return { ok: true, answer: await redirectWithToast('/me/posting', 'posting.toast_log') }
    },
  })
}

export default function MyPosting() {
  return <OwnPostings view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
