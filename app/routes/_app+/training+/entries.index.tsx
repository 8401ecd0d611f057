/** What teachers reported, what waits first; posting approves what is ticked. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { savedFiltersOf } from '#app/composition/lists.server.ts'
import { useOrganisationSuggestions } from '#app/modules/registry/ui/organisation-suggestions.tsx'
import { approveEntries } from '#app/modules/training/entries.commands.server.ts'
import { entryFilterOf, entryListView } from '#app/modules/training/entry.view.server.ts'
import { EntryList } from '#app/modules/training/ui/entry-list.tsx'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { isId } from '#app/platform/ids.ts'
import { withRowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { openEntryList, openTraining } from './training-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.check_title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, actor, params, words, orgId, ...asked } = await openEntryList(request)
  const filter = entryFilterOf(params, orgId)
  const view = await entryListView(db, actor, { ...asked, params, filter }, words)
  return withRowsOnce({ ...view, saved: await savedFiltersOf(request, 'training-entries') }, context)
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words } = await openTraining(request, 'training:check')
  const form = await request.formData()
  const ids = [...new Set(form.getAll('entry').filter((one): one is string => isId(one)))]
  const done = await approveEntries(db, actor, { ids, formKey: formKeyOf(form) }, today)
  if (!done.ok) return data({ error: words.t(`training.error_${done.reason}`, done.values) }, { status: 409 })
  const { approved, left } = done
  const toast = left > 0 ? 'training.toast_approved_left' : 'training.toast_approved'
  return redirectWithToast('/training/entries', toast, { approved, left })
}

export default function Entries() {
  return (
    <EntryList
      view={useLoaderData<typeof loader>()}
      organisations={useOrganisationSuggestions()}
      error={useActionData<typeof action>()?.error}
    />
  )
}
