/** Saves a list's filter under a name. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listsFor } from '#app/composition/lists.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { readForm, refusal, refuseForm } from '#app/platform/http/form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { FILTER_NAME_LONGEST } from '#app/platform/lists/saved-filter.ts'
import { saveFilter } from '#app/platform/lists/saved-filters.server.ts'
import { NewFilter } from '#app/platform/lists/ui/filter-pages.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'filter.new')

export async function loader({ request }: LoaderFunctionArgs) {
  const lists = listsFor(await readingOf(request))
  const params = new URL(request.url).searchParams
  const found = lists.find(({ key }) => key === params.get('list')) ?? lists[0]
  // Who may use no list has nothing to save.
  if (!found) throw redirect('/filters')
  const { key: list, path, label: listName } = found
  const query = (params.get('query') ?? '').slice(0, 4_000)
  return { list, query, listName, backHref: query ? `${path}?${query}` : path }
}

const filterForm = z.object({
  list: z.string().max(40),
  query: z.string().max(8_000).default(''),
  name: z
    .string({ error: 'form.required' })
    .trim()
    .min(1, 'form.required')
    .max(FILTER_NAME_LONGEST, 'form.too_long'),
  isShared: z.literal('yes').optional().catch(undefined),
})

export async function action({ request }: ActionFunctionArgs) {
  const reading = await readingOf(request)
  const form = await request.formData()
  const read = readForm(form, filterForm)
  if (!read.ok) return refuseForm(read.reply)
  const list = listsFor(reading).find(({ key }) => key === read.value.list)
  if (!list) return refuseForm(refusal(form, 'filter.error_list_unknown'), 409)
  const wish = { ...read.value, isShared: read.value.isShared === 'yes' }
  const { db } = await database()
  const done = await saveFilter(db, reading.actor, wish)
  if (done.ok) return redirectWithToast(`${list.path}?${wish.query}`, 'filter.saved', { name: wish.name })
  const field = done.reason === 'same_name' ? 'name' : ''
  const reply = refusal(form, `filter.error_${done.reason}`, field)
  return refuseForm({ ...reply, messageValues: done.values }, 409)
}

export default function SaveFilter() {
  return <NewFilter view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
