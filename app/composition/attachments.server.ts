/** An attachment for this reader, as the room judges that it was handed in to; anything else is not there. */
import { type Attachment, findAttachment } from '#app/platform/files/attachment.server.ts'
import type { Reading } from '#app/platform/manifest/manifest.ts'
import { rooms } from './register.server.ts'

export async function attachmentFor(reading: Reading, id: string): Promise<Attachment | null> {
  const attachment = await findAttachment(reading.db, id)
  if (!attachment) return null
  const kind = rooms().find(({ attachments }) => attachments?.[attachment.kind])?.attachments?.[
    attachment.kind
  ]
  return (await kind?.mayRead(reading, attachment)) ? attachment : null
}
