/** One entry of the audit trail. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { trailCodeWord } from '#app/composition/trail.server.ts'
import { findEntry } from '#app/platform/audit/trail.queries.server.ts'
import { isSeq } from '#app/platform/audit/trail.ts'
import { entryView } from '#app/platform/audit/trail-words.server.ts'
import { EntryRecord } from '#app/platform/audit/ui/entry-record.tsx'
import { localeOf, notFound, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openTrail } from './audit-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'audit.title', data?.entry.what)

export async function loader({ request, params: { chainId, seq = '' } }: LoaderFunctionArgs) {
  const { actor, db } = await openTrail(request)
  if (!isSeq(seq)) notFound()
  const entry = requireFound(await findEntry(db, actor, requireId(chainId), BigInt(seq)))
  const locale = localeOf(request)
  return { entry: entryView(entry, locale, trailCodeWord(locale)) }
}

export default function Entry() {
  return <EntryRecord entry={useLoaderData<typeof loader>().entry} />
}
