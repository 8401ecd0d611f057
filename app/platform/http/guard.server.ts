/** What every request passes before a page sees it: safe headers, writes only from our own pages, bounded bodies. */
import { randomBytes } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import { chooseLocale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { type ErrorWords, errorWordsOf } from './error-words.ts'
import { refusalPage, wantsPage } from './refusal-page.server.ts'

export type GuardOptions = {
  publicUrl: string | undefined
  /** The pages that take files, and how many bytes of one; everywhere else a body is a form's. */
  uploads: ReadonlyMap<string, number>
  development: boolean
}

/** Content-Security-Policy with a nonce of the request's own, HSTS behind TLS, no framing, no sniffing. */
export function safeHeaders({ publicUrl, development }: GuardOptions): RequestHandler {
  const tls = publicUrl?.startsWith('https://') ?? false
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
      `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
      "img-src 'self' data:",
      `connect-src 'self'${development ? ' ws:' : ''}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]
    response.set({
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    if (tls) response.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}

const otherSite: ErrorWords = { title: 'error.other_site_title', body: 'error.other_site_body' }

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses before any route is asked: a page for a browser, a line in both languages for anything else. */
function refuse(request: Request, response: Response, status: number, words: string, own?: ErrorWords) {
  const page = own ?? errorWordsOf(status)
  if (!page || !wantsPage(request.get('accept')))
    return void response.status(status).type('text/plain; charset=utf-8').send(`${words}\n`)
  const locale = chooseLocale(request.get('cookie') ?? null, request.get('accept-language') ?? null)
  const t = translator(locale)
  const html = refusalPage(locale, { title: t(page.title), body: t(page.body) })
  response.status(status).type('text/html; charset=utf-8').send(html)
}

/** Kept by no cache, unless the answer itself says for how long. Static files are answered before. */
export const keptByNoCache: RequestHandler = (_request, response, next) => {
  const { writeHead } = response
  response.writeHead = (...given: unknown[]) => {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
    return writeHead.apply(response, given as Parameters<typeof writeHead>)
  }
  next()
}

/** A write must name our own origin (Origin, else Sec-Fetch-Site): forged posts from other sites get 403. */
export function ownOriginOnly({ publicUrl }: GuardOptions): RequestHandler {
  return (request, response, next) => {
    if (readMethods.has(request.method)) return next()
    const own = new Set([`${request.protocol}://${request.get('host')}`])
    if (publicUrl) own.add(new URL(publicUrl).origin)
    const origin = request.get('origin')
    const allowed = origin ? own.has(origin) : request.get('sec-fetch-site') === 'same-origin'
    if (allowed) return next()
    const words = '请求来自其他网站，已拒绝。 This request came from another site and was refused.'
    refuse(request, response, 403, words, otherSite)
  }
}

const busy: ErrorWords = { title: 'error.busy_title', body: 'error.busy_body' }
/** So long a page waits for its turn before it says why there is none. */
const PATIENCE_MS = 1_500
const LOOK_AGAIN_MS = 50
const OPEN_AGAIN_SECONDS = '3'

/**
 * While the one connection of an embedded database is held by a long write, a page says so instead of standing still, and opens
 * itself again. What is posted, and data that an open page fetches, waits: nothing that was typed is lost.
 */
export function toldWhileHeld(isHeld: () => boolean): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' || !wantsPage(request.get('accept'))) return next()
    const until = Date.now() + PATIENCE_MS
    while (isHeld()) {
      if (Date.now() < until) {
        await sleep(LOOK_AGAIN_MS)
        continue
      }
      response.set({ 'Retry-After': OPEN_AGAIN_SECONDS, Refresh: OPEN_AGAIN_SECONDS })
      return refuse(request, response, 503, '正在写入数据，请稍候。 Data is being written.', busy)
    }
    next()
  }
}

const formMaxBytes = 1024 * 1024
/** A file that is too large still reaches its page, which drops it as it comes and says so at the field. */
const uploadSlack = 10
const methods = new Set(['GET', 'HEAD', 'POST'])
const formType = /^(application\/x-www-form-urlencoded\b|multipart\/form-data\s*;.*\bboundary=)/i

/** Posts are forms, up to 1 MB, larger only where files are taken; a body of unknown length is refused before it is read. */
export function boundedBody({ uploads }: GuardOptions): RequestHandler {
  const limits = [...uploads].map(([path, maxBytes]) => ({
    pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
    maxBytes,
  }))
  const limitOf = (path: string) => limits.find(({ pattern }) => pattern.test(path))?.maxBytes ?? 0
  return (request, response, next) => {
    if (!methods.has(request.method))
      return refuse(request, response, 405, '不支持这种请求。 Method not allowed.')
    if (request.method !== 'POST') return next()
    const length = Number(request.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length))
      return refuse(request, response, 411, '缺少 Content-Length。 Length required.')
    const type = request.get('content-type') ?? ''
    if (!formType.test(type)) return refuse(request, response, 415, '提交的不是表单。 Only forms are taken.')
    const isMultipart = /^multipart/i.test(type)
    const fileMaxBytes = isMultipart ? limitOf(request.path.replace(/\.data$/, '')) : 0
    const limit = fileMaxBytes * uploadSlack + formMaxBytes
    if (length <= limit) return next()
    const megabytes = Math.floor(limit / formMaxBytes)
    refuse(
      request,
      response,
      413,
      `提交的内容超过 ${megabytes} MB，没有接收。 More than ${megabytes} MB were sent; nothing was taken.`,
    )
  }
}

const brokenRequests: Record<string, [status: number, words: string]> = {
  HPE_HEADER_OVERFLOW: [431, '请求头太长。 The header of the request is too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, '请求超时。 The request took too long.'],
}

/** What is no HTTP request at all, and so reaches no page: plain words, and the connection ends. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return void socket.destroy()
  const [status, words] = brokenRequests[error.code ?? ''] ?? [400, '请求有误。 The request cannot be read.']
  const head = [
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
  ]
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('\r\n')}\r\n\r\n${words}\n`)
}
