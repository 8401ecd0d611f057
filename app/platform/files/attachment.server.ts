/** Attachments: papers handed in with an act, checked by their content, sent out as downloads only. */
import type { Actor } from '#app/platform/access/actor.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { putContent, readContent } from './file-content.server.ts'
import { downloadName, type FileType, fileTypeOf, mimeOf } from './file-type.ts'
import { type PictureProblem, pictureProblem } from './picture-size.ts'

/** A file as it came, before anything is believed of it. */
export type ReceivedFile = { name: string; bytes: Uint8Array }

export type FileProblem = 'missing' | 'too_large' | PictureProblem

/** What is wrong with a file for its use, or what it is. `mostBytes` comes from a setting. */
export function checkFile(
  file: ReceivedFile | null,
  mostBytes: number,
): { ok: true; type: FileType } | { ok: false; problem: FileProblem } {
  if (!file || file.bytes.length === 0) return { ok: false, problem: 'missing' }
  if (file.bytes.length > mostBytes) return { ok: false, problem: 'too_large' }
  const type = fileTypeOf(file.bytes)
  if (!type) return { ok: false, problem: 'kind' }
  const problem = type === 'pdf' ? null : pictureProblem(file.bytes)
  return problem ? { ok: false, problem } : { ok: true, type }
}

export type AttachmentFacts = {
  /** `<room>.<what>`: that room says who may read it. */
  kind: string
  organisationId: string
  personId: string | null
  addedById: string | null
}

/** Attaches a checked file in the act's own transaction: with what it belongs to, or not at all. */
export async function attach(
  tx: Db,
  file: ReceivedFile & { type: FileType },
  facts: AttachmentFacts,
): Promise<{ id: string; name: string; sha256: string }> {
  const sha256 = await putContent(tx, file.bytes, file.type)
  const id = newId()
  const name = downloadName(file.name, file.type)
  await tx.attachment.create({ data: { id, sha256, name, ...facts } })
  return { id, name, sha256 }
}

/** An attachment as its room judges it. */
export type Attachment = AttachmentFacts & { id: string; sha256: string; name: string }

export function findAttachment(db: Db, id: string): Promise<Attachment | null> {
  return db.attachment.findUnique({ where: { id }, omit: { createdAt: true } })
}

/**
 * Sends an attachment as a download, and puts that on record. Whether the actor may have it is asked before. A browser runs
 * and shows nothing of it: its type is our own finding, and its policy is an empty sandbox.
 */
export async function sendAttachment(
  db: PrismaClient,
  actor: Actor,
  { id, kind, organisationId, personId, sha256, name }: Attachment,
): Promise<Response> {
  const { bytes, type } = await readContent(db, sha256)
  const event = {
    ...{ action: 'attachment.downloaded', organisationId, personId },
    ...{ subject: `attachment:${id}`, after: { name, kind, fileSha256: sha256 } },
  }
  await db.$transaction((tx) => appendAudit(tx, actor, [event]))
  const ascii = type ? `file.${type}` : 'file'
  return new Response(bytes, {
    headers: {
      'Content-Type': type ? mimeOf(type) : 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** Where an attachment is downloaded. */
export function attachmentPath(id: string): string {
  return `/files/${id}`
}
