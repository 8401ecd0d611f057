/** The public notices that are up. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noticeRow } from '#app/platform/approvals/notice.view.server.ts'
import { runningNotices } from '#app/platform/approvals/notices.queries.server.ts'
import { NoticeList } from '#app/platform/approvals/ui/notice-pages.tsx'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { wordsOf } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'notice.list_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await database()
  const words = wordsOf(request)
  return { notices: (await runningNotices(db, today())).map((one) => noticeRow(one, words)) }
}

export default function Notices() {
  return <NoticeList {...useLoaderData<typeof loader>()} />
}
