/** Who is signed in on this browser, where no page of the server can say it: a cookie that opens nothing. */

export const HOLDER_COOKIE = 'shizi_holder'

/** The account of the last sign-in, in a text of cookies; null after signing out. */
export function holderIn(cookies: string): string | null {
  return new RegExp(`(?:^|;\\s*)${HOLDER_COOKIE}=([0-9a-f-]{36})`).exec(cookies)?.[1] ?? null
}
