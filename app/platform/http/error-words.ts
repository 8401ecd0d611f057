/** Which words say what a status means to a reader; null where only "something broke" is true. */
import type { platformZhCN } from '#app/platform/messages.zh-CN.ts'

type Key = keyof typeof platformZhCN
export type ErrorWords = { title: Key; body: Key }

const byStatus: Record<number, ErrorWords> = {
  400: { title: 'error.broken_form_title', body: 'error.broken_form_body' },
  401: { title: 'error.signed_out_title', body: 'error.signed_out_body' },
  403: { title: 'error.forbidden_title', body: 'error.forbidden_body' },
  404: { title: 'error.not_found_title', body: 'error.not_found_body' },
  405: { title: 'error.not_found_title', body: 'error.not_found_body' },
  411: { title: 'error.broken_form_title', body: 'error.broken_form_body' },
  413: { title: 'error.too_large_title', body: 'error.too_large_body' },
  415: { title: 'error.broken_form_title', body: 'error.broken_form_body' },
  503: { title: 'error.away_title', body: 'error.away_body' },
}

export function errorWordsOf(status: number): ErrorWords | null {
  return byStatus[status] ?? null
}
