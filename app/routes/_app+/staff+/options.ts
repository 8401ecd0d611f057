/** People offered while one types into a field: `?q=` part of a name, pinyin, initials or the staff number. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestPeople } from '#app/modules/registry/ui/person-names.server.ts'
import { openStaff } from './staff-page.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, db } = await openStaff(request, 'staff:read')
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  return { typed, options: await suggestPeople(db, actor, typed) }
}
