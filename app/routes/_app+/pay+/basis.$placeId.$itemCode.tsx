/** Says whether an item counts, after a look at what that does to every county's ratio. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setBasis } from '#app/modules/pay/basis.commands.server.ts'
import {
  basisEffect,
  basisForm,
  basisFormView,
  basisRefusal,
  chosenCounts,
} from '#app/modules/pay/basis.view.server.ts'
import { countiesFor, payItems } from '#app/modules/pay/parity.queries.server.ts'
import '#app/modules/pay/ui/parity-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { isId } from '#app/platform/ids.ts'
import { placeWithin } from './basis-page.server.ts'
import { openPay } from './pay-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'pay.basis')

async function open(request: Request, { placeId, itemCode }: LoaderFunctionArgs['params']) {
  const opened = await openPay(request, 'pay:set')
  const { db, actor } = opened
  const found = isId(placeId) ? await placeWithin(db, actor, 'pay:set', placeId) : null
  const place = requireFound(found)
  const item = requireFound((await payItems(db)).find(({ code }) => code === itemCode))
  return { ...opened, place, item, view: basisFormView(item, place, opened.today, opened.words) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return (await open(request, params)).view
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, actor, place, item, today, words, view } = await open(request, params)
  const wishOf = ({
    choice,
    ...rest
  }: {
    choice: 'counts' | 'not' | 'above'
    fromYear: number
    reason: string
    documentNo: string | null
  }) => ({
    ...{ ...rest, itemId: item.id, orgId: place.id, counts: chosenCounts(choice) },
  })
  return runForm(request, actor, {
    ...{ spec: basisForm, view, words },
    consequences: async (value) =>
      basisEffect(db, { wish: wishOf(value), place, counties: await countiesFor(db, actor), today }, words),
    commit: async ({ formKey, ...value }) => {
      const done = await setBasis(db, actor, { ...wishOf(value), formKey }, today)
      if (!done.ok) return basisRefusal(done)
      return {
        ok: true,
        answer: await redirectWithToast(`/pay/basis?place=${place.code}`, 'pay.toast_basis'),
      }
    },
  })
}

export default function ChangeBasis() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
