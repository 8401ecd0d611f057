/** The proof of a training, as an attachment: a certificate, or a photograph of it. */

export const PROOF_KIND = 'training.proof'

export const MEGABYTE = 1024 * 1024

/** The largest limit that a place may set. */
export const PROOF_MOST_MEGABYTES = 20
