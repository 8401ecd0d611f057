/** One's own studios, invitations to others, and the calls that one can answer. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownStudiosView } from '#app/modules/studios/studios/own.view.server.ts'
import { OwnStudios } from '#app/modules/studios/studios/own-page.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOwnRecord } from './own-page.server.ts'
import { answerOneWish } from './own-wish.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'studios.mine')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, personId, today, words } = await openOwnRecord(request)
  return ownStudiosView(db, personId, today, words)
}

export async function action({ request }: ActionFunctionArgs) {
  return answerOneWish(request, await openOwnRecord(request), '/me/studios')
}

export default function MyStudios() {
  return <OwnStudios view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
