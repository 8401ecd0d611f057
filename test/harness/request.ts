/** Requests as a browser would send them, signed in or not, for loaders and actions. */
import { startSession } from '#app/platform/auth/session.server.ts'

export const testOrigin = 'http://shizi.test'

export function getRequest(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${testOrigin}${path}`, { headers })
}

export function postRequest(
  path: string,
  fields: Record<string, string | File | readonly string[]> = {},
  headers: Record<string, string> = {},
): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'object' && 'length' in value ? value : [value]) body.append(name, one)
  }
  return new Request(`${testOrigin}${path}`, {
    method: 'POST',
    headers: { Origin: testOrigin, ...headers },
    body,
  })
}

/** The Cookie header of a new session of the account; the test's database holds it. */
export async function signedIn(accountId: string): Promise<{ Cookie: string }> {
  const headers = await startSession(getRequest('/login'), accountId)
  return {
    Cookie: headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  }
}
