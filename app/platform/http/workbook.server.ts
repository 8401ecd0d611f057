/** A list as a download. */
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'

/** Streams one sheet as an .xlsx named after it. A failure on the way breaks the download off: half is never whole. */
export function sendSheet(spec: SheetSpec): Response {
  const out = new PassThrough()
  writeXlsx(spec, out).catch((error) => out.destroy(error))
  return new Response(createReadableStreamFromReadable(out), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(spec.sheetName)}.xlsx`,
      'Cache-Control': 'no-store',
    },
  })
}
