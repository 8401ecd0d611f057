/** What the pages of one's own duty as a researcher ask first. */
import { ownResearcher } from '#app/modules/studios/researchers/researchers.queries.server.ts'
import { requireFound } from '#app/platform/http/respond.server.ts'
import { openOwnRecord } from './own-page.server.ts'

/** Nobody else has such a page. */
export async function openOwnResearch(request: Request) {
  const opened = await openOwnRecord(request)
  return { ...opened, researcher: requireFound(await ownResearcher(opened.db, opened.personId)) }
}
