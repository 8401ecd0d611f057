/** One setting of a place: what holds, what held; set here, after a look at what that does. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { refuseForm } from '#app/platform/forms/read-form.server.ts'
import { redirectWithToast, requireCan, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { knownPolicies } from '#app/platform/policy/known-policies.ts'
import { maySet, setPolicy } from '#app/platform/policy/settings.commands.server.ts'
import { readSetting, refusedSetting } from '#app/platform/policy/settings.forms.server.ts'
import { SettingRecord } from '#app/platform/policy/ui/setting-record.tsx'
import { checkView, settingView } from '#app/platform/policy/ui/settings-view.server.ts'
import type { CheckView } from '#app/platform/policy/ui/views.ts'
import { openPolicyPlace } from './policy-page.server.ts'

type Answer = { check: CheckView } | FormReply

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'policy.title', data?.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, actor, place, today, words } = await openPolicyPlace(request, params.placeId)
  return requireFound(await settingView(db, actor, place, params.policyKey ?? '', today, words))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, actor, place, words } = await openPolicyPlace(request, params.placeId)
  const key = params.policyKey ?? ''
  const definition = requireFound(Object.hasOwn(knownPolicies(), key) ? knownPolicies()[key] : null)
  requireCan(maySet(actor, place, key))
  const form = await request.formData()
  const read = readSetting(form, definition)
  if (!read.ok) return refuseForm(read.reply)
  const { step, typed } = read.value
  const wish = { ...read.value.wish, organisationId: place.id, key }
  if (step === 'change') return data<Answer>({ errors: {}, values: typed })
  if (step === 'check') return data<Answer>({ check: await checkView(db, actor, place, wish, typed, words) })
  const done = await setPolicy(db, actor, wish)
  if (!done.ok) return refuseForm(refusedSetting(form, done.reason), 409)
  return redirectWithToast(`/policy/${place.id}/${key}`, 'policy.toast_set')
}

export default function Setting() {
  const answer = useActionData<typeof action>() as Answer | undefined
  const check = answer && 'check' in answer ? answer.check : undefined
  const reply = answer && 'errors' in answer ? answer : undefined
  return <SettingRecord view={useLoaderData<typeof loader>()} reply={reply} check={check} />
}
