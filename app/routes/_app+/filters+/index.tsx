/** The reader's own saved filters; posting deletes one. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listsFor } from '#app/composition/lists.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { isId } from '#app/platform/ids.ts'
import { deleteFilter, savedFilters } from '#app/platform/lists/saved-filters.server.ts'
import { OwnFilters } from '#app/platform/lists/ui/own-filters.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'filter.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const reading = await readingOf(request)
  const lists = listsFor(reading)
  const labelOf = new Map(lists.map(({ key, label }) => [key, label]))
  const filters = await savedFilters(reading.db, reading.actor, lists)
  const own = filters.filter(({ isOwn }) => isOwn)
  return { filters: own.map(({ list, ...rest }) => ({ ...rest, listName: labelOf.get(list) ?? '' })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await readingOf(request)
  const form = await request.formData()
  const id = form.get('id')
  const { db } = await database()
  const input = { id: isId(id) ? id : actor.accountId, formKey: formKeyOf(form) }
  const done = await deleteFilter(db, actor, input)
  if (!done.ok) return redirectWithToast('/filters', 'filter.error_not_found')
  return redirectWithToast('/filters', 'filter.deleted', { name: done.name })
}

export default function Filters() {
  return <OwnFilters {...useLoaderData<typeof loader>()} />
}
