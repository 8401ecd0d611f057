/** Workbooks as downloads, streamed as they are written. */
import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { notFound } from './respond.server.ts'

/** Streams one sheet as an .xlsx named after it. */
export function sendSheet(spec: SheetSpec): Promise<Response> {
  return sendWorkbook(spec.sheetName, (out) => writeXlsx(spec, out))
}

/**
 * Streams what `write` writes, as a download named `name`.xlsx. When `write` refuses (`{ ok: false }`) before it has
 * written anything, the answer is a 404. A failure on the way breaks the download off: half is never taken for whole.
 */
export async function sendWorkbook(
  name: string,
  write: (out: Writable) => Promise<unknown>,
): Promise<Response> {
  const out = new PassThrough()
  const done = write(out)
  done.catch((error) => out.destroy(error))
  const result = await Promise.race([once(out, 'readable').then(() => undefined), done])
  if (isRefusal(result)) notFound()
  return new Response(createReadableStreamFromReadable(out), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
    },
  })
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}
