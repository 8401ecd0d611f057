/** Draws a sample. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { drawForm, drawView, sampleRefusalOf } from '#app/modules/training/sample.view.server.ts'
import { drawSample } from '#app/modules/training/samples.commands.server.ts'
import { countiesToSample } from '#app/modules/training/samples.queries.server.ts'
import '#app/modules/training/ui/oversight-words.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { openTraining } from './training-page.server.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'training.draw')

async function open(request: Request) {
  const opened = await openTraining(request, 'training:sample')
  const counties = await countiesToSample(opened.db, opened.actor)
  return { ...opened, view: drawView(counties, opened.today, opened.words) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return (await open(request)).view
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, actor, today, words, view } = await open(request)
  return runForm(request, actor, {
    ...{ spec: drawForm, view, words },
    commit: async (value) => {
      const done = await drawSample(db, actor, value, today)
      if (!done.ok) return sampleRefusalOf(done)
      const { id, entries } = done
      return {
        ok: true,
        answer: await redirectWithToast(`/training/samples/${id}`, 'training.toast_drawn', { entries }),
      }
    },
  })
}

export default function NewSample() {
  return <FormPage view={useLoaderData<typeof loader>()} reply={useActionData<ActReply>()} />
}
