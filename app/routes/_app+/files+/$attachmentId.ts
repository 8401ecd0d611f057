/** An attachment, as a download and nothing else. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentFor } from '#app/composition/attachments.server.ts'
import { readingOf } from '#app/composition/reading.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import { sendAttachment } from '#app/platform/files/attachment.server.ts'
import { requireFound, requireId } from '#app/platform/http/respond.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reading = await readingOf(request)
  const attachment = requireFound(await attachmentFor(reading, requireId(params.attachmentId)))
  const { db } = await database()
  return sendAttachment(db, reading.actor, attachment)
}
