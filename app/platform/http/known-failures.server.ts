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
 * route without a page (a download) refuses is said in words, where Remix would answer with an empty JSON error.
 */
export function answeringKnownFailures(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { module } = route
    const hasPage = module.default !== undefined
    const loader = answering(module.loader, hasPage)
    return [id, { ...route, module: { ...module, loader, action: answering(module.action, hasPage) } }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

function answering(handler: Handler | undefined, hasPage: boolean) {
  if (!handler) return undefined
  return async (given: Arguments) => {
    try {
      return await handler(given)
    } catch (thrown) {
      const known = knownFailure(thrown, given)
      throw hasPage ? known : inWords(known, given.request)
    }
  }
}

function knownFailure(thrown: unknown, { context }: Arguments): unknown {
  if (isBrokenForm(thrown)) return data({ code: 'broken_form' }, { status: 400 })
  if (!isDatabaseAway(thrown)) return thrown
  log.warn({ requestId: context.requestId, error: thrown }, 'database away')
  return data({ code: 'database_away' }, { status: 503, headers: { 'Retry-After': retryAfterSeconds } })
}

function inWords(thrown: unknown, request: Request): unknown {
  const { type, init } = (thrown ?? {}) as { type?: string; init?: ResponseInit | null }
  const words = type === 'DataWithResponseInit' ? errorWordsOf(init?.status ?? 200) : null
  if (!words) return thrown
  const t = translator(localeOf(request))
  const headers = new Headers(init?.headers)
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  return new Response(`${t(words.title)}\n${t(words.body)}\n`, { status: init?.status, headers })
}
