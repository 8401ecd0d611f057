/** An empty sheet to fill in: the headings of a profile, and the allowed values beside. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { isFor } from '#app/composition/reading.server.ts'
import { requireActor } from '#app/platform/auth/session.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { localeOf, requireCan, requireFound } from '#app/platform/http/respond.server.ts'
import { sendWorkbook } from '#app/platform/http/workbook.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { listProfiles, templateSheet } from '#app/platform/imports/index.server.ts'
import { subjectsFor } from '#app/platform/imports/subject.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  requireCan(isFor(actor, 'importer'))
  const { db } = await database()
  const { searchParams } = new URL(request.url)
  const [wanted, key] = [searchParams.get('subject'), searchParams.get('profile')]
  const mine = subjectsFor(actor)
  const entry = requireFound(wanted === null ? mine[0] : mine.find(({ name }) => name === wanted))
  const profiles = await listProfiles(db, actor, entry.name, actor.organisationId)
  const profile = requireFound(key === null ? profiles[0] : profiles.find((one) => one.key === key))
  const locale = localeOf(request)
  const name = translator(locale)('imports.template_file', { profile: profile.name })
  const subject = await entry.load()
  return sendWorkbook(name, (out) => templateSheet(subject, profile, locale, out))
}
