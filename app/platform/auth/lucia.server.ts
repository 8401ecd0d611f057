/**
 * Lucia over our tables. The cookie holds the session's secret; the table holds its SHA-256 only, so that reading the
 * table opens no session. Lucia is no longer developed: this file is all that knows it.
 */
import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { type FoundActor, findSessionRow } from '#app/platform/auth/actor.queries.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>
    DatabaseSessionAttributes: { device: string; lastSeenAt: Date }
    DatabaseUserAttributes: { holder: FoundActor | null }
  }
}

export const sessionCookieName = 'shizi_session'

/** The session's secret in a Cookie header, whatever else stands there; Lucia's own reader throws at a stray `%`. */
export function secretIn(cookieHeader: string | null): string | null {
  return (
    new RegExp(`(?:^|;\\s*)${sessionCookieName}=([a-z0-9]+)\\s*(?:;|$)`).exec(cookieHeader ?? '')?.[1] ?? null
  )
}

/** What the session table knows of a cookie's secret. */
export function sessionKey(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

type Row = { accountId: string; expiresAt: Date; device: string; lastSeenAt: Date }

function sessionOf(row: Row, secret: string): DatabaseSession {
  const { accountId: userId, expiresAt, device, lastSeenAt } = row
  return { id: secret, userId, expiresAt, attributes: { device, lastSeenAt } }
}

function adapterOver(db: PrismaClient): Adapter {
  return {
    async getSessionAndUser(secret) {
      const found = await findSessionRow(db, sessionKey(secret))
      if (!found) return [null, null]
      const { session, holder } = found
      const accountId = session.sessionOf
      return [sessionOf({ ...session, accountId }, secret), { id: accountId, attributes: { holder } }]
    },
    async getUserSessions(accountId) {
      const rows = await db.session.findMany({ where: { accountId } })
      return rows.map((row) => sessionOf(row, row.id))
    },
    async setSession(session) {
      const { userId: accountId, expiresAt, attributes } = session
      await db.session.create({
        data: { id: sessionKey(session.id), accountId, expiresAt, ...attributes },
      })
    },
    async updateSessionExpiration(secret, expiresAt) {
      await db.session.updateMany({
        where: { id: sessionKey(secret) },
        data: { expiresAt, lastSeenAt: new Date() },
      })
    },
    async deleteSession(secret) {
      await db.session.deleteMany({ where: { id: sessionKey(secret) } })
    },
    async deleteUserSessions(accountId) {
      await db.session.deleteMany({ where: { accountId } })
    },
    async deleteExpiredSessions() {
      await db.session.deleteMany({ where: { expiresAt: { lt: new Date() } } })
    },
  }
}

/** Lucia for a database; `secure` marks the cookie for TLS only. Sessions last 14 days since last used. */
export function luciaOver(db: PrismaClient, secure: boolean) {
  return new Lucia(adapterOver(db), {
    sessionExpiresIn: new TimeSpan(14, 'd'),
    getSessionAttributes: ({ lastSeenAt }) => ({ lastSeenAt }),
    getUserAttributes: ({ holder }) => ({ holder }),
    sessionCookie: { name: sessionCookieName, attributes: { secure, sameSite: 'lax', path: '/' } },
  })
}
