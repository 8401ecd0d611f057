/** Signing in: slow for guessers, the same answer for an unknown name and a wrong password. */
import { RateLimiterPrisma, type RateLimiterRes } from 'rate-limiter-flexible'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { verifyDecoy, verifyPassword } from './password.server.ts'

export type SignIn =
  | { ok: true; accountId: string }
  | { ok: false; reason: 'wrong' | 'disabled' }
  | { ok: false; reason: 'locked'; retryAfterSeconds: number }

/** Counted in the database: a restart forgets nothing, and all processes see the same count. */
function limiters(db: PrismaClient) {
  return {
    /** 10 failures of one account in 15 minutes lock it for 15 minutes. */
    account: new RateLimiterPrisma({
      storeClient: db,
      keyPrefix: 'account',
      points: 10,
      duration: 900,
      blockDuration: 900,
    }),
    /** 100 failures from one address in 15 minutes. */
    address: new RateLimiterPrisma({
      storeClient: db,
      keyPrefix: 'address',
      points: 100,
      duration: 900,
      blockDuration: 900,
    }),
  }
}

/** What the table counts a name under: people type numbers and passwords into the wrong box. */
function nameKey(username: string): string {
  return Buffer.from(lookUpHash(username)).toString('hex')
}

async function secondsLocked(limiter: RateLimiterPrisma, key: string): Promise<number> {
  const state: RateLimiterRes | null = await limiter.get(key)
  if (!state || state.consumedPoints < limiter.points) return 0
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000))
}

/**
 * Checks a name and password. Every attempt is counted before the password is looked at, so that many at once
 * do not slip through together; a success gives the account's count back.
 */
export async function signIn(
  db: PrismaClient,
  input: { username: string; password: string; address: string },
): Promise<SignIn> {
  const username = input.username.trim().toLowerCase()
  const name = nameKey(username)
  const { account: byAccount, address: byAddress } = limiters(db)
  const locked = Math.max(await secondsLocked(byAccount, name), await secondsLocked(byAddress, input.address))
  if (locked > 0) return { ok: false, reason: 'locked', retryAfterSeconds: locked }
  try {
    await byAccount.consume(name)
    await byAddress.consume(input.address)
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    const seconds = Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000)
    return { ok: false, reason: 'locked', retryAfterSeconds: seconds }
  }
  const account = await db.account.findUnique({ where: { username } })
  const right = account
    ? await verifyPassword(account.passwordHash, input.password)
    : await verifyDecoy(input.password)
  if (!account || !right) return { ok: false, reason: 'wrong' }
  await byAccount.delete(name)
  await byAddress.reward(input.address)
  if (account.disabledAt) return { ok: false, reason: 'disabled' }
  return { ok: true, accountId: account.id }
}
