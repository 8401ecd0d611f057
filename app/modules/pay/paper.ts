/** The document with which finance or personnel gave a benchmark, as an attachment. */

export const PAPER_KIND = 'pay.paper'

/** 20 MB: some scanned pages. */
export const PAPER_MOST_BYTES = 20 * 1024 * 1024

/** 10 MB: a list of a county's civil servants has some thousand rows. */
export const LIST_MOST_BYTES = 10 * 1024 * 1024
