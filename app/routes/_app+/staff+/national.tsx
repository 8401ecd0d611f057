/** Asks for the reason of an export with whole identity numbers. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countForExport } from '#app/modules/registry/roster.queries.server.ts'
import { staffAddress } from '#app/modules/registry/ui/staff-filter.server.ts'
import { StaffNational } from '#app/modules/registry/ui/staff-national.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { openStaffExport } from './staff-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'staff.national_title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, actor, locale, filter, params } = await openStaffExport(request, 'identity:reveal')
  return {
    count: formatNumber(await countForExport(db, actor, filter), locale),
    action: staffAddress(filter, '/staff/national.xlsx'),
    listHref: staffAddress(filter),
    isRefused: params.get('refused') === 'reason',
  }
}

export default function National() {
  return <StaffNational {...useLoaderData<typeof loader>()} />
}
