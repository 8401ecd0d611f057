/** A list as a download of what its reader is shown. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { sendSheet } from '#app/platform/http/workbook.server.ts'
import { hiddenColumns } from './hidden-columns.server.ts'
import type { ListSpec } from './list-spec.ts'
import { type ListSheet, shownSheet } from './shown-sheet.ts'

export async function sendList(db: Db, actor: Actor, { key }: ListSpec, sheet: ListSheet): Promise<Response> {
  return sendSheet(shownSheet(sheet, await hiddenColumns(db, actor, key)))
}
