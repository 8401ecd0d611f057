/** From a request to who is asking. */
import { redirect } from '@remix-run/node'
import Bowser from 'bowser'
import type { Actor } from '#app/platform/access/actor.ts'
import type { FoundActor } from '#app/platform/auth/actor.queries.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { settings } from '#app/platform/env.server.ts'
import { oncePerRequest } from '#app/platform/http/per-request.server.ts'
import { HOLDER_COOKIE } from '#app/platform/outbox/holder.ts'
import { luciaOver, secretIn, sessionKey } from './lucia.server.ts'

/** Whether browsers reach us by TLS: then cookies are Secure and HSTS is sent. */
export function isBehindTls(): boolean {
  return settings().PUBLIC_URL?.startsWith('https://') ?? false
}

const instances = new WeakMap<PrismaClient, ReturnType<typeof luciaOver>>()
function luciaFor(db: PrismaClient) {
  const lucia = instances.get(db) ?? luciaOver(db, isBehindTls())
  instances.set(db, lucia)
  return lucia
}

/** An open session: who, and which one (its table key, for "this device"). */
export type OpenSession = FoundActor & { sessionKey: string }

/** The session of a request, or null. A disabled account has none. */
export function openSession(request: Request): Promise<OpenSession | null> {
  return oncePerRequest('session', () => findSession(request))
}

async function findSession(request: Request): Promise<OpenSession | null> {
  const { db } = await database()
  const lucia = luciaFor(db)
  const secret = secretIn(request.headers.get('cookie'))
  if (!secret) return null
  const { session, user } = await lucia.validateSession(secret)
  if (!session || !user.holder) return null
  const key = sessionKey(secret)
  await noteUse(db, key, session.lastSeenAt)
  return { ...user.holder, sessionKey: key }
}

/** "Last used" is as fresh as this; a page costs no write more often. */
const freshForMs = 5 * 60_000

async function noteUse(db: PrismaClient, id: string, lastSeenAt: Date): Promise<void> {
  const now = new Date()
  if (now.getTime() - lastSeenAt.getTime() < freshForMs) return
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: now } })
}

const passwordPage = '/me/password'
const HOLDER_SECONDS = 400 * 86_400

/**
 * The signed-in actor, or a redirect to the sign-in page that leads back here. Who must choose a new password goes
 * there first.
 */
export async function requireActor(request: Request): Promise<Actor> {
  const session = await openSession(request)
  const { pathname, search } = new URL(request.url)
  if (!session) throw redirect(`/login?to=${encodeURIComponent(pathname + search)}`)
  if (session.mustChangePassword && pathname !== passwordPage && pathname !== '/logout')
    throw redirect(passwordPage)
  return session.actor
}

/** Like requireActor, with the session itself. */
export async function requireSession(request: Request): Promise<OpenSession> {
  await requireActor(request)
  const session = await openSession(request)
  if (!session) throw redirect('/login')
  return session
}

/** Opens a session and answers the headers that set its cookies. */
export async function startSession(request: Request, accountId: string): Promise<Headers> {
  const lucia = luciaFor((await database()).db)
  const session = await lucia.createSession(accountId, {
    device: deviceOf(request.headers.get('user-agent')),
    lastSeenAt: new Date(),
  })
  return cookieHeaders(lucia.createSessionCookie(session.id).serialize(), accountId)
}

/** Ends the request's session and answers the headers that clear its cookies. */
export async function endSession(request: Request): Promise<Headers> {
  const lucia = luciaFor((await database()).db)
  const secret = secretIn(request.headers.get('cookie'))
  if (secret) await lucia.invalidateSession(secret)
  return cookieHeaders(lucia.createBlankSessionCookie().serialize(), '')
}

/** The session's cookie, and beside it who holds it, for pages that open without a network: it opens nothing. */
function cookieHeaders(session: string, holder: string): Headers {
  const seconds = holder === '' ? 0 : HOLDER_SECONDS
  const secure = isBehindTls() ? '; Secure' : ''
  const headers = new Headers({ 'Set-Cookie': session })
  headers.append(
    'Set-Cookie',
    `${HOLDER_COOKIE}=${holder}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`,
  )
  return headers
}

/** "Chrome · Windows", as far as the browser tells; at most 60 characters. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return ''
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(' · ').slice(0, 60)
}
