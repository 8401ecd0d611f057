/** What every request passes before a page sees it: safe headers, writes only from our own pages, bounded bodies. */
import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

export type GuardOptions = { publicUrl: string | undefined; uploadMaxBytes: number; development: boolean }

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

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

function refuse(response: Response, status: number, words: string) {
  response.status(status).type('text/plain; charset=utf-8').send(`${words}\n`)
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
    refuse(response, 403, '请求来自其他网站，已拒绝。 This request came from another site and was refused.')
  }
}

const formMaxBytes = 1024 * 1024
const methods = new Set(['GET', 'HEAD', 'POST'])

/** Forms up to 1 MB, uploads up to the setting; a body of unknown length is refused before it is read. */
export function boundedBody({ uploadMaxBytes }: GuardOptions): RequestHandler {
  return (request, response, next) => {
    if (!methods.has(request.method)) return refuse(response, 405, '不支持这种请求。 Method not allowed.')
    if (request.method !== 'POST') return next()
    const length = Number(request.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length)) return refuse(response, 411, '缺少 Content-Length。 Length required.')
    const isUpload = request.get('content-type')?.startsWith('multipart/form-data') ?? false
    const limit = isUpload ? uploadMaxBytes + formMaxBytes : formMaxBytes
    if (length <= limit) return next()
    const megabytes = Math.floor(limit / formMaxBytes)
    refuse(
      response,
      413,
      `提交的内容超过 ${megabytes} MB，没有接收。 More than ${megabytes} MB were sent; nothing was taken.`,
    )
  }
}
