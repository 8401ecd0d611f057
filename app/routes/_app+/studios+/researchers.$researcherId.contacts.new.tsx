/** The bureau gives a researcher a contact school. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addContact } from '#app/modules/studios/researchers/researchers.commands.server.ts'
import {
  contactForm,
  contactView,
  researcherPath,
  researcherRefusalOf,
} from '#app/modules/studios/researchers/researchers.form.server.ts'
import '#app/modules/studios/researcher-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { openResearcherPage } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'contact.add')

async function open(args: LoaderFunctionArgs) {
  const opened = await openResearcherPage(args, 'studios:call')
  const { db, researcher, today, words } = opened
  const policies = await policiesAt(db, researcher.orgId, today)
  const { value: years } = policies.use('studios.researcher_contact_years')
  return { ...opened, view: contactView(researcher, { today, years }, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, researcher, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: contactForm, view, words },
    commit: async (value) => {
      const done = await addContact(db, actor, { ...value, researcherId: researcher.id }, today)
      if (!done.ok) return researcherRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(researcherPath(researcher), 'contact.toast_added') }
    },
  })
}

export default function AddContact() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
