/** Where a list goes on, as addresses; and how many it found, in words. */
import { addressWith } from '#app/platform/http/address.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { BoundedCount } from './bounded-count.ts'
import { encodeKeyset, type Keyset } from './keyset.ts'

export type Cursors = { previous: Keyset | null; next: Keyset | null }

export function pagesOf(path: string, params: URLSearchParams, { previous, next }: Cursors) {
  const to = (cursor: Keyset | null) =>
    cursor ? addressWith(path, params, { cursor: encodeKeyset(cursor) }) : undefined
  return {
    first: previous ? addressWith(path, params, { cursor: null }) : undefined,
    previous: to(previous),
    next: to(next),
  }
}

/** "12,345", or "10,000+". */
export function totalText({ count, more }: BoundedCount, locale: Locale): string {
  return `${formatNumber(count, locale)}${more ? '+' : ''}`
}
