/** Small answers that routes share: not found, forbidden, a redirect with a word about what happened. */
import { createCookie, data, redirect } from '@remix-run/node'
import { chooseLocale, type Locale } from '#app/platform/i18n/locale.ts'
import { isMessageKey, type MessageValues, type ServerKey, translator } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { isId } from '#app/platform/ids.ts'

export function localeOf(request: Request): Locale {
  return chooseLocale(request.headers.get('cookie'), request.headers.get('accept-language'))
}

/** The reader's language, for what is made in words. */
export function wordsOf(request: Request): Words {
  const locale = localeOf(request)
  return { t: translator(locale), locale }
}

/** "Not there" and "not yours" are the same answer. */
export function notFound(): never {
  throw data({ code: 'not_found' }, { status: 404 })
}

export function requireFound<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) notFound()
  return value
}

export function requireCan(allowed: boolean): asserts allowed {
  if (!allowed) throw data({ code: 'forbidden' }, { status: 403 })
}

/** A URL parameter that must be an id: anything else is a 404, never a database error. */
export function requireId(text: string | undefined): string {
  if (!isId(text)) notFound()
  return text
}

/** What just happened, told on the next page. Keys travel, not sentences: Chinese overflows a cookie's 4 KB. */
type Toast = { key: ServerKey; values?: MessageValues }

const toastCookie = createCookie('shizi_toast', { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 60 })

export async function redirectWithToast(
  url: string,
  key: ServerKey,
  values?: MessageValues,
  headers?: Headers,
) {
  const all = headers ?? new Headers()
  all.append('set-cookie', await toastCookie.serialize({ key, values } satisfies Toast))
  return redirect(url, { headers: all })
}

/** The toast of a request in words, and the header that takes it away. */
export async function takeToast(request: Request): Promise<{ toast: string | null; clear: string | null }> {
  const toast = (await toastCookie.parse(request.headers.get('cookie')).catch(() => null)) as Toast | null
  if (!toast || !isMessageKey(toast.key)) return { toast: null, clear: null }
  return {
    toast: translator(localeOf(request))(toast.key, toast.values),
    clear: await toastCookie.serialize('', { maxAge: 0 }),
  }
}

/** A path of our own to go back to after signing in; anything else is the start page (no open redirects). */
export function ownPath(to: string | null): string {
  const isOwn = to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') && !/\p{Cc}/u.test(to)
  return isOwn && to ? to : '/'
}
