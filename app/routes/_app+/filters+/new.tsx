/** Saves a list's filter under a name. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAddress, listsFor } from '#app/composition/lists.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { filterForm } from '#app/platform/lists/filter-form.ts'
import { saveFilter } from '#app/platform/lists/saved-filters.server.ts'
import '#app/platform/lists/ui/words.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'filter.new')

const LONGEST_QUERY = 4_000

async function open(request: Request) {
  const reading = await readingOf(request)
  const lists = listsFor(reading)
  const params = new URL(request.url).searchParams
  const found = lists.find(({ key }) => key === params.get('list')) ?? lists[0]
  // Who may use no list has nothing to save.
  if (!found) throw redirect('/filters')
  const query = (params.get('query') ?? '').slice(0, LONGEST_QUERY)
  const href = listAddress(found, query)
  const { t } = reading
  const view: FormView = {
    title: t('filter.new'),
    trail: [{ href, label: found.label }],
    intro: t('filter.new_about'),
    sections: drawSections(filterForm.sections, reading),
    hidden: { list: found.key, query },
    submitLabel: t('filter.save'),
    cancelHref: href,
  }
  return { reading, lists, view }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { reading, lists, view } = await open(request)
  return runForm(request, reading.actor, {
    ...{ spec: filterForm, view, words: reading },
    commit: async (wish) => {
      const list = lists.find(({ key }) => key === wish.list)
      if (!list) return { ok: false, key: 'filter.error_list_unknown' }
      const { db } = await database()
      const done = await saveFilter(db, reading.actor, wish)
      if (!done.ok) {
        const field = done.reason === 'same_name' ? 'name' : ''
        return { ok: false, key: `filter.error_${done.reason}`, field, values: done.values }
      }
      const { name } = wish
      return {
        ok: true,
        answer: await redirectWithToast(listAddress(list, wish.query), 'filter.saved', { name }),
      }
    },
  })
}

export default function SaveFilter() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
