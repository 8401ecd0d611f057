/** Renders pages as a stream; crawlers wait for the whole. */
import './messages.server.ts'
import './policies.ts'
import './policy-effects.server.ts'
import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from '#app/platform/http/nonce.tsx'
import { log } from '#app/platform/log.server.ts'

export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce } = loadContext
  const whole = isbot(request.headers.get('user-agent') ?? '') || remixContext.isSpaMode
  return new Promise((resolve, reject) => {
    let answered = false
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceProvider>,
      {
        nonce,
        onShellReady: () => !whole && answer(),
        onAllReady: () => whole && answer(),
        onShellError: reject,
        onError(error) {
          failed = true
          if (answered) log.error({ error }, 'page failed while streaming')
        },
      },
    )
    // Held timers keep every request's memory for seconds: this one ends with the stream.
    const timer = setTimeout(abort, streamTimeout + 1_000)
    function answer() {
      answered = true
      const body = new PassThrough()
      body.once('close', () => clearTimeout(timer))
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
      )
      pipe(body)
    }
  })
}

/** A defect: logged under a reference, which is all that the reader is shown. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ requestId: context.requestId, error, path: new URL(request.url).pathname }, 'defect')
}
