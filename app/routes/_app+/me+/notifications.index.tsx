/** What one was told; posting marks it read. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readingOf } from '#app/composition/reading.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { readAll } from '#app/platform/notifications/choices.commands.server.ts'
import { notificationsView } from '#app/platform/notifications/notifications.view.server.ts'
import { NotificationList } from '#app/platform/notifications/ui/notification-list.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notification.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, ...words } = await readingOf(request)
  return { view: await notificationsView(db, actor, words) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor } = await readingOf(request)
  await readAll(db, actor)
  return redirect('/me/notifications')
}

export default function Notifications() {
  return <NotificationList {...useLoaderData<typeof loader>()} />
}
