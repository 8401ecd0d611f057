/** Remembers the reader's language for a year. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isBehindTls } from '#app/platform/auth/session.server.ts'
import { ownPath } from '#app/platform/http/respond.server.ts'
import { isLocale, localeCookieName } from '#app/platform/i18n/locale.ts'

const aYear = 365 * 24 * 3600

export function loader() {
  return redirect('/')
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const locale = form.get('locale')
  const to = ownPath(String(form.get('to') ?? ''))
  if (!isLocale(locale)) return redirect(to)
  const secure = isBehindTls() ? '; Secure' : ''
  const cookie = `${localeCookieName}=${locale}; Path=/; Max-Age=${aYear}; SameSite=Lax; HttpOnly${secure}`
  return redirect(to, { headers: { 'Set-Cookie': cookie } })
}
