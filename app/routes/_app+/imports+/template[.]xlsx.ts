/** An empty sheet to fill in: the headings of a profile, and the allowed values beside. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { listProfiles, templateSheet } from '#app/modules/registry/import/index.server.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan, requireFound } from '#app/platform/http/respond.server.ts'
import { sendWorkbook } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(canSomewhere(actor, 'staff:import'))
  const { db } = await database()
  const key = new URL(request.url).searchParams.get('profile')
  const profiles = await listProfiles(db, actor, actor.organisationId)
  const profile = requireFound(key === null ? profiles[0] : profiles.find((one) => one.key === key))
  const locale = localeOf(request)
  const name = translator(locale)('imports.template_file', { profile: profile.name })
  return sendWorkbook(name, (out) => templateSheet(profile, locale, out))
}
