/** Which columns of a list its reader sees. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listsFor } from '#app/composition/lists.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { hiddenColumns, hideColumns } from '#app/platform/lists/hidden-columns.server.ts'
import { ChooseColumns } from '#app/platform/lists/ui/filter-pages.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'filter.columns_title')

/** The list that is asked for, among those of which something can be hidden; others have nothing to choose. */
async function open(request: Request, asked: string | null, query: string) {
  const reading = await readingOf(request)
  const lists = listsFor(reading).filter(({ columns }) => columns.length > 0)
  const list = lists.find(({ key }) => key === asked)
  if (!list) throw redirect('/filters')
  const kept = new URLSearchParams(query.slice(0, 4_000)).toString()
  return { reading, list, query: kept, backHref: kept ? `${list.path}?${kept}` : list.path }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { reading, list, query, backHref } = await open(
    request,
    params.get('list'),
    params.get('query') ?? '',
  )
  const hidden = await hiddenColumns(reading.db, reading.actor, list.key)
  const columns = list.columns.map((column) => ({ ...column, isShown: !hidden.includes(column.key) }))
  return { list: list.key, query, listName: list.label, backHref, columns }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const { reading, list, backHref } = await open(request, text('list'), text('query'))
  const shown = new Set(form.getAll('shown'))
  const columns = list.columns.map(({ key }) => key).filter((key) => !shown.has(key))
  const { db } = await database()
  await hideColumns(db, reading.actor, { list: list.key, columns, formKey: formKeyOf(form) })
  return redirectWithToast(backHref, 'filter.columns_saved')
}

export default function Columns() {
  return <ChooseColumns view={useLoaderData<typeof loader>()} />
}
