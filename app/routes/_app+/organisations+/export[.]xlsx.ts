/** The organisations under the list's filter, as a workbook. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { organisationsSheet } from '#app/modules/registry/organisations.sheets.server.ts'
import { organisationList } from '#app/modules/registry/ui/lists.ts'
import { readOrganisationFilter } from '#app/modules/registry/ui/organisation-list.server.ts'
import { sendList } from '#app/platform/lists/send-list.server.ts'
import { openOrganisations } from './organisation-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, db, words, params } = await openOrganisations(request)
  return sendList(
    db,
    actor,
    organisationList,
    organisationsSheet(db, actor, readOrganisationFilter(params), words),
  )
}
