/** What an uploaded proof really is, told by its first bytes: its name and the browser's word do not count. */

/** A scanned page or a photograph of it. */
export const PROOF_MAX_BYTES = 5 * 1024 * 1024

export type ProofKind = 'pdf' | 'jpg' | 'png'

const signatures: Readonly<Record<ProofKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

export const PROOF_TYPES: Readonly<Record<ProofKind, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** PDF, JPEG or PNG; null for anything else. */
export function proofKindOf(bytes: Uint8Array): ProofKind | null {
  const kinds = Object.keys(signatures) as ProofKind[]
  return kinds.find((kind) => signatures[kind].every((byte, at) => bytes[at] === byte)) ?? null
}
