/** Opens where there is no network, from the browser's own cache: reports are written here, and wait. It says nothing of anybody. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { TRAINING_KINDS } from '#app/modules/training/codes.ts'
import { entryFormView } from '#app/modules/training/entry.form.server.ts'
import { kindsView } from '#app/modules/training/hours.view.server.ts'
import { PROOF_MOST_MEGABYTES } from '#app/modules/training/proof.ts'
import { OfflineReports } from '#app/modules/training/ui/offline-reports.tsx'
import { wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { holderIn } from '#app/platform/outbox/holder.ts'
import { OFFLINE_PAGE } from '#app/platform/outbox/offline.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.report_one')

export function loader({ request }: LoaderFunctionArgs) {
  const words = wordsOf(request)
  const forms = TRAINING_KINDS.map(({ code: kind }) => {
    const view = entryFormView({ kind, start: {}, megabytes: PROOF_MOST_MEGABYTES }, words)
    return { kind, view: { ...view, trail: [], cancelHref: OFFLINE_PAGE } }
  })
  return { kinds: kindsView(words, OFFLINE_PAGE), forms }
}

/** The kept page is the same for everybody and every address: whose phone it is and what was asked is seen here. */
function useHere() {
  const [here, setHere] = useState<{ holder: string | null; query: string } | null>(null)
  useEffect(() => setHere({ holder: holderIn(document.cookie), query: location.search.slice(1) }), [])
  return here
}

export default function Offline() {
  const here = useHere()
  const { kinds, forms } = useLoaderData<typeof loader>()
  return <OfflineReports {...{ kinds, forms, here }} />
}
