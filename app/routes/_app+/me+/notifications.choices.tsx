/** How one is told besides: saved, tried out, and the address of one's calendar made anew. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { makeFeed, saveChoice } from '#app/platform/notifications/choices.commands.server.ts'
import { choiceForm } from '#app/platform/notifications/choices.ts'
import { type Channel, sendTrial } from '#app/platform/notifications/digest.server.ts'
import { choiceRefusalOf, choicesView } from '#app/platform/notifications/notifications.view.server.ts'
import { Choices } from '#app/platform/notifications/ui/choices-page.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notification.choices')

/** Why a trial did not go out, in words. */
type Tried = { tried: string }

const PAGE = '/me/notifications/choices'

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, ...words } = await readingOf(request)
  return { view: await choicesView(db, actor, words) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, ...words } = await readingOf(request)
  const { db } = await database()
  const form = await request.clone().formData()
  const act = form.get('act')
  if (act === 'feed') {
    await makeFeed(db, actor, { formKey: formKeyOf(form) })
    return redirectWithToast(PAGE, 'notification.toast_feed')
  }
  if (act === 'email' || act === 'webhook') return tryOut(act)
  return runForm(request, actor, {
    ...{ spec: choiceForm, view: (await choicesView(db, actor, words)).form, words },
    commit: async (value) => {
      const done = await saveChoice(db, actor, { ...value, locale: words.locale })
      if (!done.ok) return choiceRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(PAGE, 'notification.toast_saved') }
    },
  })

  async function tryOut(channel: Channel) {
    const choice = requireFound(
      await db.notificationChoice.findUnique({ where: { accountId: actor.accountId } }),
    )
    const outcome = await sendTrial(choice, channel)
    if (outcome.is === 'sent') return redirectWithToast(PAGE, 'notification.toast_tried')
    return data<Tried>({ tried: words.t(`notification.not_sent_${outcome.problem}`) })
  }
}

export default function NotificationChoices() {
  const answer = useActionData<ActReply | Tried>()
  const tried = answer && 'tried' in answer ? answer.tried : undefined
  const reply = answer && 'errors' in answer ? answer : undefined
  return <Choices {...useLoaderData<typeof loader>()} reply={reply} tried={tried} />
}
