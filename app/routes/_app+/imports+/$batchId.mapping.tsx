/** Step 1: which column is which field; saves it, or saves it and starts the check. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseForm } from '#app/platform/forms/read-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { setMapping, startCheck } from '#app/platform/imports/index.server.ts'
import { MappingForm } from '#app/platform/imports/ui/mapping-form.tsx'
import { paths } from '#app/platform/imports/ui/paths.ts'
import { SheetReading } from '#app/platform/imports/ui/sheet-reading.tsx'
import { mappableStates } from '#app/platform/imports/ui/states.ts'
import { mappingOf, mappingRefusal, readMappingForm } from '#app/platform/imports/wizard.mapping.server.ts'
import { openBatchIn } from './open-batch.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, batch, locale } = await openBatchIn(args, mappableStates)
  const wanted = new URL(args.request.url).searchParams
  return { mapping: await mappingOf(db, actor, batch, wanted, locale) }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, batch, locale } = await openBatchIn(args, mappableStates)
  const form = await args.request.formData()
  const read = readMappingForm(form)
  if (!read.ok) return refuseForm(read.reply)
  const set = await setMapping(db, actor, batch.id, read.value)
  if (!set.ok) return refuseForm(await mappingRefusal(form, batch, set, locale), 422)
  if (form.get('intent') !== 'check')
    return redirectWithToast(paths.mapping(batch.id), 'imports.mapping_saved')
  const started = await startCheck(db, actor, batch.id)
  if (!started.ok) return refuseForm(await mappingRefusal(form, batch, started, locale), 409)
  return redirect(paths.checking(batch.id))
}

export default function Mapping() {
  const { mapping } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const read = mapping.sheets.filter(({ isRead }) => isRead).map(({ name }) => name)
  const reading = [mapping.headingRow, mapping.headingRows, ...read].join(' ')
  return (
    <>
      <SheetReading key={`row-${reading}`} mapping={mapping} reply={reply} />
      <MappingForm key={`form-${reading}`} mapping={mapping} reply={reply} />
    </>
  )
}
