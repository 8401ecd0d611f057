/** The proof of an exemption, as an attachment. */

export const PROOF_KIND = 'exchange.proof'

export const MEGABYTE = 1024 * 1024

/** The largest limit that a place may set: a scanned page or a photograph of it is never larger. */
export const PROOF_MOST_MEGABYTES = 20
