/** The document with which finance or personnel gave a benchmark, as an attachment. */

export const PAPER_KIND = 'pay.paper'

/** 20 MB: some scanned pages. */
export const PAPER_MOST_BYTES = 20 * 1024 * 1024
