/** The people behind a county's figure. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rowsView } from '#app/modules/pay/rows/rows.view.server.ts'
import { RowsPage } from '#app/modules/pay/ui/rows-page.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { openRows } from './rows-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'pay.rows', data?.view.name)

export async function loader(args: LoaderFunctionArgs) {
  const { db, asked, words } = await openRows(args)
  return { view: await rowsView(db, asked, words) }
}

export default function Rows() {
  return <RowsPage {...useLoaderData<typeof loader>()} />
}
