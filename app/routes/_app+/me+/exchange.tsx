/** The teacher's own decision: due or not, with every reason. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nextSchoolYear, schoolYearIn } from '#app/modules/exchange/due-filter.ts'
import { decisionView } from '#app/modules/exchange/ui/due-decision.server.ts'
import { MyDueDecision } from '#app/modules/exchange/ui/due-decision.tsx'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireFound } from '#app/platform/http/respond.server.ts'
import { titleOf } from '#app/platform/http/title.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'due.mine')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const personId = requireFound(actor.personId)
  const locale = localeOf(request)
  const day = today()
  const schoolYear = schoolYearIn(new URL(request.url).searchParams, day, nextSchoolYear(day))
  const asked = { personId, schoolYear, path: '/me/exchange', today: day }
  const { db } = await database()
  return requireFound(await decisionView(db, actor, asked, { t: translator(locale), locale }))
}

export default function MyExchange() {
  return <MyDueDecision view={useLoaderData<typeof loader>()} />
}
