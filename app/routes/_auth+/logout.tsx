/** Ends the session of this device. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '#app/platform/auth/session.server.ts'

export function loader() {
  return redirect('/')
}

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/login', { headers: await endSession(request) })
}
