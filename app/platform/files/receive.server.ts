/** Forms with files that are small enough for memory: each file is kept up to its limit and a byte more, the rest dropped. */
import { readUpload } from '#app/platform/http/upload.server.ts'
import type { ReceivedFile } from './attachment.server.ts'

/** A form's words and its one file; a file larger than `mostBytes` comes cut one byte beyond it, so that it can be told. */
export async function receiveForm(
  request: Request,
  field: string,
  mostBytes: number,
): Promise<{ form: FormData; file: ReceivedFile | null }> {
  if (!/^multipart/i.test(request.headers.get('content-type') ?? '')) {
    return { form: await request.formData(), file: null }
  }
  let file: ReceivedFile | null = null
  const form = await readUpload(request, async ({ name, filename, data }) => {
    if (filename === undefined) return Buffer.from(await upTo(data, mostBytes)).toString('utf8')
    const bytes = await upTo(data, mostBytes)
    if (name === field && filename !== '') file = { name: filename, bytes }
    return undefined
  })
  return { form, file }
}

/** Reads to the end, for a browser shows no answer before it has sent everything; keeps what is asked for. */
async function upTo(data: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of data) {
    if (length <= mostBytes) pieces.push(piece.subarray(0, mostBytes + 1 - length))
    length += piece.length
  }
  return Buffer.concat(pieces)
}
