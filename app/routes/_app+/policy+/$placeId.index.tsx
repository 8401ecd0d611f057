/** Every setting of a place as it holds on a day. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { titleOf } from '#app/platform/http/title.ts'
import { SettingsList } from '#app/platform/policy/ui/settings-list.tsx'
import { settingsView } from '#app/platform/policy/ui/settings-view.server.ts'
import { openPolicyPlace } from './policy-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'policy.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, place, words, ...days } = await openPolicyPlace(request, params.placeId)
  return settingsView(db, actor, place, days, words)
}

export default function Settings() {
  return <SettingsList view={useLoaderData<typeof loader>()} />
}
