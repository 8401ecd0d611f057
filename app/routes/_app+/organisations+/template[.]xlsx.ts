/** An empty list of organisations to fill in. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { organisationTemplate } from '#app/modules/registry/organisation-import/template.server.ts'
import { sendWorkbook } from '#app/platform/http/workbook.server.ts'
import { openOrganisations } from './organisation-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { words } = await openOrganisations(request, 'organisation:manage')
  return sendWorkbook(words.t('orgs.import_template'), (out) => organisationTemplate(words.locale, out))
}
