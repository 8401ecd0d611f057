/** The frame of one import: its head and its steps around whichever page is open. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { titleOf } from '#app/platform/http/title.ts'
import { WizardFrame } from '#app/platform/imports/ui/wizard-frame.tsx'
import { openBatch } from './open-batch.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  titleOf(matches, 'imports.title', data?.batch.fileName)

export async function loader(args: LoaderFunctionArgs) {
  const { batch } = await openBatch(args)
  return { batch }
}

export default function Batch() {
  const { batch } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <WizardFrame batch={batch} page={pathname.split('/').at(-1) ?? ''}>
      <Outlet />
    </WizardFrame>
  )
}
