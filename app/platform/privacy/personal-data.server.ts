/**
 * Encryption at rest of identity numbers, phones and the files they come in, and the keyed hash that numbers are found by
 * (design.md 8).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { settings } from '#app/platform/env.server.ts'

const version = 1

function key(purpose: 'encrypt' | 'look-up'): Buffer {
  return Buffer.from(hkdfSync('sha256', settings().dataKey, '', `shizi ${purpose} v${version}`, 32))
}
const keys = new Map<string, Buffer>()
function keyFor(purpose: 'encrypt' | 'look-up'): Buffer {
  const known = keys.get(purpose) ?? key(purpose)
  keys.set(purpose, known)
  return known
}

/** AES-256-GCM: version byte, 12-byte nonce, 16-byte tag, ciphertext. */
export function encryptBytes(bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('encrypt'), nonce)
  const sealed = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), ...sealed])
}

/** The bytes again. Throws when the key is another one or the bytes were changed. */
export function decryptBytes(sealed: Buffer): Buffer {
  if (sealed[0] !== version) throw new Error('personal data of an unknown key version')
  const decipher = createDecipheriv('aes-256-gcm', keyFor('encrypt'), sealed.subarray(1, 13))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

export function encryptPersonal(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encryptBytes(Buffer.from(text)))
}

export function decryptPersonal(bytes: Uint8Array): string {
  return decryptBytes(Buffer.from(bytes)).toString('utf8')
}

/** HMAC-SHA-256 of a normalised number: equal numbers give equal hashes, and without the key nothing else. */
export function lookUpHash(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor('look-up')).update(text).digest())
}
