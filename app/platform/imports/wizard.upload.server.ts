/** Takes the upload form as it arrives: the words first, then the file, which streams into the engine. */
import type { UploadHandlerPart } from '@remix-run/node'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { readForm, refusal } from '#app/platform/forms/read-form.server.ts'
import { readUpload } from '#app/platform/http/upload.server.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import type { UploadRefusal } from './batch.ts'
import type { SubjectEntry } from './subject.ts'
import { createBatch } from './upload.server.ts'
import { uploadFormOf } from './wizard.queries.server.ts'

type Upload = { organisationId: string; asOf: string; coverage?: string }
type Received = { ok: true; batchId: string } | { ok: false; reply: FormReply }

/** Which field of the form a refusal belongs to; what is not named here is about the file. */
const fieldOf: Partial<Record<UploadRefusal, string>> = {
  forbidden: 'organisationId',
  organisation_not_found: 'organisationId',
  as_of_not_a_date: 'asOf',
  as_of_in_future: 'asOf',
}

/**
 * Reads the form. The file is its last part, so that everything else is known when it begins; a file that comes with a
 * wrong form is read to its end and dropped, for a browser shows no answer before it has sent everything.
 */
export async function receiveUpload(
  db: PrismaClient,
  actor: Actor,
  entry: SubjectEntry,
  request: Request,
): Promise<Received> {
  const texts = new FormData()
  let received: Received | undefined
  await readUpload(request, async (part) => {
    if (part.name !== 'file' || part.filename === undefined) {
      texts.append(part.name, await textOf(part.data))
      return undefined
    }
    received = await takeFile(db, actor, entry, texts, part)
    for await (const _ of part.data);
    return undefined
  })
  return received ?? { ok: false, reply: refusal(texts, 'imports.refused_file_missing', 'file') }
}

async function takeFile(
  db: PrismaClient,
  actor: Actor,
  entry: SubjectEntry,
  texts: FormData,
  { filename = '', data }: UploadHandlerPart,
): Promise<Received> {
  const { schema } = await uploadFormOf(entry)
  const read = readForm<Upload>(texts, schema)
  if (!read.ok) return read
  // A browser sends a part without a name when nothing was chosen.
  if (filename === '') return { ok: false, reply: refusal(texts, 'imports.refused_file_missing', 'file') }
  const { organisationId, asOf, coverage } = read.value
  const created = await createBatch(db, actor, {
    ...{ subject: entry.name, name: filename, stream: data, organisationId, asOf },
    complete: coverage === 'complete',
  })
  if (created.ok) return created
  return { ok: false, reply: refusedReply(texts, created) }
}

function refusedReply(texts: FormData, { reason, values }: Refused<UploadRefusal>): FormReply {
  const field = fieldOf[reason] ?? 'file'
  return { ...refusal(texts, wordsOf(reason), field), messageValues: values }
}

function wordsOf(reason: UploadRefusal): MessageKey {
  if (reason === 'forbidden' || reason === 'file_missing' || reason === 'organisation_not_found') {
    return `imports.refused_${reason}`
  }
  if (reason === 'as_of_in_future' || reason === 'as_of_not_a_date') return `imports.refused_${reason}`
  return `import.problem_${reason}`
}

/** Longest text of a field; more is cut, and fails the form's own check. */
const TEXT_BYTES = 10_000

async function textOf(data: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of data) {
    if (length < TEXT_BYTES) chunks.push(chunk)
    length += chunk.length
  }
  return Buffer.concat(chunks).toString('utf8')
}
