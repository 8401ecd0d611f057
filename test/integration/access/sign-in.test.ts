/** Signing in is slow for guessers, tells them nothing, and leaves nothing that opens a session in the database. */
import { describe, expect } from 'vitest'
import { openSession } from '#app/platform/auth/session.server.ts'
import { endOwnSessions } from '#app/platform/auth/sessions.commands.server.ts'
import { listOwnSessions } from '#app/platform/auth/sessions.queries.server.ts'
import { signIn } from '#app/platform/auth/sign-in.server.ts'
import { serverDatabase } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { actorOf, buildAccount, testPassword } from '#test/factories/registry.ts'
import { serverAddress, test, testOnServer } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'

const address = '10.0.0.1'

async function fail(db: PrismaClient, username: string, times: number): Promise<string[]> {
  const answers: string[] = []
  for (let i = 0; i < times; i++) {
    const done = await signIn(db, { username, password: 'wrong', address })
    answers.push(done.ok ? 'ok' : done.reason)
  }
  return answers
}

describe('guessing', () => {
  test('an unknown name and a wrong password get the same answers, up to the lock', async ({ db }) => {
    await buildAccount(db, { username: 'known' })
    const known = await fail(db, 'known', 12)
    expect(await fail(db, 'nobody', 12)).toEqual(known)
    expect(known).toEqual([...Array(10).fill('wrong'), 'locked', 'locked'])
  })

  test('the right password does not help while locked; a new process remembers', async ({ db }) => {
    await buildAccount(db, { username: 'known' })
    await fail(db, 'known', 10)
    // Limiters are made anew for each attempt: all they know stands in the table.
    expect(await db.rateLimiterFlexible.count()).toBeGreaterThan(0)
    const right = { username: 'known', password: testPassword, address: '10.0.0.2' }
    expect(await signIn(db, right)).toMatchObject({ ok: false, reason: 'locked' })
  })

  test('a success gives the count back', async ({ db }) => {
    await buildAccount(db, { username: 'known' })
    await fail(db, 'known', 9)
    expect(await signIn(db, { username: 'known', password: testPassword, address })).toMatchObject({
      ok: true,
    })
    expect(await fail(db, 'known', 9)).toEqual(Array(9).fill('wrong'))
  })

  testOnServer('two processes count together, also when all attempts come at once', async ({ db }) => {
    await buildAccount(db, { username: 'known' })
    const other = serverDatabase((await serverAddress()) ?? '', 5)
    try {
      const attempts = Array.from({ length: 24 }, (_, i) =>
        signIn(i % 2 ? db : other.db, { username: 'known', password: 'wrong', address }),
      )
      const answers = await Promise.all(attempts)
      const looked = answers.filter((one) => !one.ok && one.reason === 'wrong')
      expect(looked.length).toBeLessThanOrEqual(10)
      const right = { username: 'known', password: testPassword, address }
      expect(await signIn(other.db, right)).toMatchObject({ reason: 'locked' })
      expect(await signIn(db, right)).toMatchObject({ reason: 'locked' })
    } finally {
      await other.close()
    }
  })
})

describe('sessions', () => {
  test('the table holds no cookie, and nothing in it opens a session', async ({ db }) => {
    const account = await buildAccount(db)
    const { Cookie } = await signedIn(account.id)
    const secret = Cookie.split('=')[1] ?? ''
    const rows = await db.session.findMany()
    expect(secret.length).toBeGreaterThan(20)
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(await openSession(getRequest('/', { Cookie }))).toMatchObject({
      actor: { accountId: account.id },
    })
    const stolen = Cookie.replace(secret, rows[0]?.id ?? '')
    expect(await openSession(getRequest('/', { Cookie: stolen }))).toBeNull()
  })

  test('one, all others, or all can be ended; never another account’s', async ({ db }) => {
    const account = await buildAccount(db)
    const actor = await actorOf(db, account.id)
    const other = await signedIn((await buildAccount(db)).id)
    const cookies = [await signedIn(account.id), await signedIn(account.id), await signedIn(account.id)]
    const keys = await Promise.all(
      cookies.map(async (one) => (await openSession(getRequest('/', one)))?.sessionKey),
    )
    const current = keys[0] ?? ''
    const foreign = (await openSession(getRequest('/', other)))?.sessionKey ?? ''
    const listed = await listOwnSessions(db, account.id, current)
    expect(listed.map(({ isThisDevice }) => isThisDevice)).toEqual([true, false, false])
    expect(await endOwnSessions(db, actor, { key: foreign })).toBe(0)
    expect(await endOwnSessions(db, actor, { key: keys[1] ?? '' })).toBe(1)
    expect(await endOwnSessions(db, actor, { allBut: current })).toBe(1)
    expect(await endOwnSessions(db, actor, 'all')).toBe(1)
    expect(await openSession(getRequest('/', cookies[0]))).toBeNull()
    expect(await openSession(getRequest('/', other))).not.toBeNull()
    expect(await db.auditEntry.count({ where: { action: 'session.ended' } })).toBe(3)
  })

  test('last use is noted, at most every few minutes', async ({ db }) => {
    const account = await buildAccount(db)
    const cookie = await signedIn(account.id)
    const lastSeen = async () => (await db.session.findFirstOrThrow()).lastSeenAt.getTime()
    const long = new Date(Date.now() - 6 * 60_000)
    await db.session.updateMany({ data: { lastSeenAt: long } })
    await openSession(getRequest('/', cookie))
    const noted = await lastSeen()
    expect(noted).toBeGreaterThan(long.getTime())
    await openSession(getRequest('/', cookie))
    expect(await lastSeen()).toBe(noted)
  })

  test('disabling an account closes its open sessions at the next request', async ({ db }) => {
    const account = await buildAccount(db)
    const cookie = await signedIn(account.id)
    await db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } })
    expect(await openSession(getRequest('/', cookie))).toBeNull()
  })
})
