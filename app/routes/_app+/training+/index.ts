/** Training begins with what waits to be checked. */
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { openTraining } from './training-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await openTraining(request)
  return redirect('/training/entries')
}
