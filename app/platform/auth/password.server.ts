/** Passwords: argon2id with 19 MiB, 2 passes (the package's own defaults are weaker). */
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** The package's code for argon2id (its const enum cannot be imported under verbatimModuleSyntax). */
const argon2id = 2
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes outside any transaction: it takes some milliseconds. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), options)
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password.normalize('NFKC'), options)
  } catch {
    return false
  }
}

let decoy: Promise<string> | undefined

/** Spends the time of a real check, so that an unknown name answers no faster than a wrong password. */
export async function verifyDecoy(password: string): Promise<false> {
  decoy ??= hashPassword('no account has this password')
  await verifyPassword(await decoy, password)
  return false
}

/** 16 characters that cannot be mistaken for one another when read aloud or copied by hand: 78 bits. */
export function oneTimePassword(): string {
  const characters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 16 }, () => characters.charAt(randomInt(characters.length))).join('')
}
