/** Renders pages. No page has parts that come later, so each is sent whole: in one piece, under the status it earned. */
import '#app/composition/register.server.ts'
import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { retryAfterSeconds } from '#app/platform/http/known-failures.server.ts'
import { NonceProvider } from '#app/platform/http/nonce.tsx'
import { log } from '#app/platform/log.server.ts'

/** A page that waits for something this long never gets it. */
export const streamTimeout = 5_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const page = await rendered(
    <NonceProvider value={nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
    </NonceProvider>,
    nonce,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Length', String(page.body.length))
  // A page's own headers are not asked for when it failed.
  if (status === 503) headers.set('Retry-After', retryAfterSeconds)
  return new Response(page.body, { headers, status: page.isBroken ? 500 : status })
}

/** The whole text of a page, in UTF-8. Rejects when not even its frame can be drawn. */
function rendered(
  page: React.ReactElement,
  nonce: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; isBroken: boolean }> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = []
    let isBroken = false
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(collector),
      onShellError(error) {
        clearTimeout(timer)
        reject(error)
      },
      onError(error) {
        isBroken = true
        log.error({ error }, 'page failed')
      },
    })
    // Held timers keep every request's memory for seconds: this one ends with the page.
    const timer = setTimeout(abort, streamTimeout + 1_000)
    const collector = new Writable({
      write(piece: Uint8Array, _encoding, done) {
        pieces.push(piece)
        done()
      },
    })
    collector.once('close', () => {
      clearTimeout(timer)
      resolve({ body: withoutNul(Buffer.concat(pieces)), isBroken })
    })
  })
}

/**
 * React 18 sends a view of 2,048 bytes whole even when the next character did not fit at its end, which leaves up to three
 * zeros there. No text of a page holds U+0000, and in UTF-8 no other character holds a zero byte.
 */
function withoutNul(text: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  let kept = 0
  for (let from = 0; from < text.length; ) {
    const zero = text.indexOf(0, from)
    const to = zero === -1 ? text.length : zero
    // Moved up within the same memory: nobody else has it.
    if (kept < from) text.copyWithin(kept, from, to)
    kept += to - from
    from = to + 1
  }
  return text.subarray(0, kept)
}

/** A defect: logged under a reference, which is all that the reader is shown. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ requestId: context.requestId, error, path: new URL(request.url).pathname }, 'defect')
}
