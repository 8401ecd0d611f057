/** Failures that are nobody's defect become answers that say what happened: the database is away, a form arrived broken. */
import {
  type ActionFunction,
  data,
  type HandleErrorFunction,
  type LoaderFunction,
  type ServerBuild,
} from '@remix-run/node'
import { isDatabaseAway } from '#app/platform/database/away.server.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { log } from '#app/platform/log.server.ts'
import { errorWordsOf } from './error-words.ts'
import { refusalPage, useStylesheet, wantsPage } from './refusal-page.server.ts'
import { localeOf } from './respond.server.ts'

type Handler = LoaderFunction | ActionFunction
type Arguments = Parameters<HandleErrorFunction>[1]

/** When a database that is away may be back. */
export const retryAfterSeconds = '5'

const brokenForm = /parse (body|content) as FormData|^malformed (multipart|content-disposition)/

function isBrokenForm(error: unknown): boolean {
  return error instanceof Error && brokenForm.test(error.message)
}

/**
 * The build with every loader and action answering 503 while the database is away, and 400 for a form cut short. What a
 * route without a page (a download, a way on) refuses is a page to a browser, and its own kind to whoever asked for a
 * file or data; Remix would answer with an empty JSON error.
 */
export function answeringKnownFailures(build: ServerBuild): ServerBuild {
  useStylesheet(stylesheetOf(build))
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { module } = route
    const hasPage = module.default !== undefined
    const loader = answering(module.loader, hasPage)
    return [id, { ...route, module: { ...module, loader, action: answering(module.action, hasPage) } }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

function stylesheetOf({ routes }: ServerBuild): string {
  const links = routes.root?.module.links?.() ?? []
  return links.flatMap((link) => ('rel' in link && link.rel === 'stylesheet' && link.href) || [])[0] ?? ''
}

function answering(handler: Handler | undefined, hasPage: boolean) {
  if (!handler) return undefined
  return async (given: Arguments) => {
    try {
      return await handler(given)
    } catch (thrown) {
      const known = knownFailure(thrown, given)
      // Data that a page of ours fetches is answered as Remix does it: the page knows what to do.
      throw hasPage || given.context.isData ? known : inOwnKind(known, given.request)
    }
  }
}

function knownFailure(thrown: unknown, { context }: Arguments): unknown {
  if (isBrokenForm(thrown)) return data({ code: 'broken_form' }, { status: 400 })
  if (!isDatabaseAway(thrown)) return thrown
  log.warn({ requestId: context.requestId, error: thrown }, 'database away')
  return data({ code: 'database_away' }, { status: 503, headers: { 'Retry-After': retryAfterSeconds } })
}

function inOwnKind(thrown: unknown, request: Request): unknown {
  const isPage = wantsPage(request.headers.get('accept'))
  if (thrown instanceof Response) {
    const isSignIn = thrown.headers.get('location')?.startsWith('/login?')
    return isSignIn && !isPage ? told(request, 401, 'signed_out') : thrown
  }
  const { type, init } = (thrown ?? {}) as { type?: string; init?: ResponseInit | null }
  const status = init?.status ?? 200
  if (type !== 'DataWithResponseInit' || !errorWordsOf(status)) return thrown
  const code = (thrown as { data?: { code?: unknown } }).data?.code
  return told(request, status, typeof code === 'string' ? code : 'refused', init?.headers)
}

/** The answer as a page, as JSON for what is JSON, or else in two lines of text. */
function told(request: Request, status: number, code: string, given?: HeadersInit): Response {
  const words = errorWordsOf(status)
  const locale = localeOf(request)
  const t = translator(locale)
  const [title, body] = words ? [t(words.title), t(words.body)] : [code, '']
  const headers = new Headers(given)
  const accept = request.headers.get('accept')
  if (wantsPage(accept)) {
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return new Response(refusalPage(locale, { title, body }), { status, headers })
  }
  const isJson = accept?.includes('json') || new URL(request.url).pathname.endsWith('.json')
  if (isJson) return Response.json({ code, title, detail: body }, { status, headers })
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  return new Response(`${title}\n${body}\n`, { status, headers })
}
