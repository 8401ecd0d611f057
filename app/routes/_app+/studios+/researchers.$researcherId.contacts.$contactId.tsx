/** The bureau ends a contact of a researcher with a school. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endContact } from '#app/modules/studios/researchers/researchers.commands.server.ts'
import {
  endContactForm,
  endContactView,
  researcherPath,
  researcherRefusalOf,
} from '#app/modules/studios/researchers/researchers.form.server.ts'
import { contactsOf } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import '#app/modules/studios/researcher-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound, requireId } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openResearcherPage } from './studios-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'contact.end')

async function open(args: LoaderFunctionArgs) {
  const id = requireId(args.params.contactId)
  const opened = await openResearcherPage(args, 'studios:call')
  const { db, researcher, today, words } = opened
  const contacts = await contactsOf(db, researcher.id, today)
  const contact = requireFound(contacts.find((one) => one.id === id))
  return { ...opened, contact, view: endContactView(researcher, contact, words) }
}

export async function loader(args: LoaderFunctionArgs) {
  return (await open(args)).view
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, researcher, contact, today, words, view } = await open(args)
  return runForm(args.request, actor, {
    ...{ spec: endContactForm, view, words },
    commit: async (value) => {
      const done = await endContact(db, actor, { ...value, id: contact.id }, today)
      if (!done.ok) return researcherRefusalOf(done)
      return { ok: true, answer: await redirectWithToast(researcherPath(researcher), 'contact.toast_ended') }
    },
  })
}

export default function EndContact() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
