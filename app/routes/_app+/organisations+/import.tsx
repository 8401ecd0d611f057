/** A list of organisations into the tree. A post with a file checks it; a post with its rows writes them. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { checkUpload, confirmUpload } from '#app/modules/registry/organisation-import/page.server.ts'
import { OrganisationImport } from '#app/modules/registry/ui/organisation-import.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openOrganisations } from './organisation-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orgs.import')

export async function loader({ request }: LoaderFunctionArgs) {
  await openOrganisations(request, 'organisation:manage')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, db, words } = await openOrganisations(request, 'organisation:manage')
  if (request.headers.get('content-type')?.startsWith('multipart/')) {
    const checked = await checkUpload(db, actor, request, words)
    if (!checked.ok) return data({ problem: checked.problem }, { status: 422 })
    return data({ view: checked.view }, { status: 200 })
  }
  const done = await confirmUpload(db, actor, await request.formData())
  if (!done?.ok) return data({ problem: words.t('orgs.import_changed_meanwhile') }, { status: 409 })
  const { new: made, changed } = done.counts
  return redirectWithToast('/organisations', 'orgs.import_done', { made, changed })
}

export default function ImportOrganisations() {
  const reply = useActionData<{ problem?: string; view?: Parameters<typeof OrganisationImport>[0]['view'] }>()
  return <OrganisationImport view={reply?.view} problem={reply?.problem} />
}
