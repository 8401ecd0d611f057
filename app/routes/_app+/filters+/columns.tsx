/** Which columns of a list its reader sees. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAddress, listsFor } from '#app/composition/lists.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { columnsForm } from '#app/platform/lists/filter-form.ts'
import { hiddenColumns, hideColumns } from '#app/platform/lists/hidden-columns.server.ts'
import '#app/platform/lists/ui/words.tsx'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'filter.columns_title')

/** The list that is asked for; who may not use it, or asks for none, has nothing to choose. */
async function open(request: Request) {
  const reading = await readingOf(request)
  const params = new URL(request.url).searchParams
  const list = listsFor(reading).find(({ key }) => key === params.get('list'))
  if (!list) throw redirect('/filters')
  const hidden = await hiddenColumns(reading.db, reading.actor, list.key)
  const options = list.columns.map(({ key, label }) => ({ value: key, label }))
  const shown = list.columns.map(({ key }) => key).filter((key) => !hidden.includes(key))
  const query = new URLSearchParams((params.get('query') ?? '').slice(0, 4_000)).toString()
  const href = listAddress(list, query)
  const { t } = reading
  const view: FormView = {
    title: t('filter.columns_title'),
    trail: [{ href, label: list.label }],
    intro: t('filter.columns_about'),
    sections: drawSections(columnsForm.sections, reading, {
      values: { shown },
      fields: { shown: { options } },
    }),
    submitLabel: t('filter.save'),
    cancelHref: href,
  }
  return { reading, list, view, href }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { reading, list, view, href } = await open(request)
  return runForm(request, reading.actor, {
    ...{ spec: columnsForm, view, words: reading },
    commit: async ({ shown, formKey }) => {
      const columns = list.columns.map(({ key }) => key).filter((key) => !shown.includes(key))
      const { db } = await database()
      await hideColumns(db, reading.actor, { list: list.key, columns, formKey })
      return { ok: true, answer: await redirectWithToast(href, 'filter.columns_saved') }
    },
  })
}

export default function Columns() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
