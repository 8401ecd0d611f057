/** Whose pay to look at: one person, by name or number. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findPayable, lookForm, lookFormView } from '#app/modules/pay/look.view.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { requireCan } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.people')

async function open(request: Request) {
  const opened = await openPay(request, 'pay:person')
  requireCan(opened.mayLook)
  return { ...opened, view: lookFormView(opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: lookForm, view, words },
    commit: async ({ staffNumber }) => {
      const personId = await findPayable(db, actor, staffNumber, today)
      if (!personId) return { ok: false, key: 'pay.error_person_unknown', field: 'staffNumber' }
      return { ok: true, answer: redirect(`/pay/people/${personId}`) }
    },
  })
}

export default function PeoplePay() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
