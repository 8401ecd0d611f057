/** Every route of the application, found as the build finds it, and called alone, as Remix's single fetch may call it. */
import path from 'node:path'
import { UNSAFE_defineRoutes as defineRoutes } from '@remix-run/dev'
import type { ActionFunction, LoaderFunction } from '@remix-run/node'
import { testContext } from '#test/harness/context.ts'
import remixConfig from '../../remix.config.js'

const app = path.resolve(import.meta.dirname, '../../app')

export type Route = {
  id: string
  /** Its URL, parameters as `:name`. */
  path: string
  loader: LoaderFunction | undefined
  action: ActionFunction | undefined
  /** Whether it draws something; otherwise it answers files, data or a way on. */
  hasPage: boolean
}

type Manifest = Awaited<ReturnType<NonNullable<typeof remixConfig.routes>>>

export async function findRoutes(): Promise<Route[]> {
  const manifest = (await remixConfig.routes?.(defineRoutes)) ?? {}
  const files = { ...manifest, root: { id: 'root', file: 'root.tsx', path: '' } }
  return Promise.all(
    Object.values(files).map(async ({ id, file }) => {
      const { loader, action, default: page } = await import(path.join(app, file))
      return { id, path: pathOf(manifest, id), loader, action, hasPage: page !== undefined }
    }),
  )
}

function pathOf(manifest: Manifest, id: string): string {
  const parts: string[] = []
  for (let at = manifest[id]; at; at = at.parentId ? manifest[at.parentId] : undefined) {
    if (at.path) parts.unshift(at.path)
  }
  return `/${parts.join('/')}`
}

/** Names of the parameters in a route's path. */
export function parametersOf(route: Route): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
}

/** How a route answered: `refused` is 403 or 404, `sign-in` leads to the sign-in page, `failed` is a defect. */
export type Answer = 'allowed' | 'refused' | 'sign-in' | 'failed'

export async function answerOf(
  handler: LoaderFunction | ActionFunction,
  request: Request,
  params: Record<string, string>,
): Promise<Answer> {
  try {
    return read(await handler({ request, params, context: testContext }))
  } catch (thrown) {
    return read(thrown)
  }
}

function read(answer: unknown): Answer {
  if (answer instanceof Error) return 'failed'
  const { status, location } = statusOf(answer)
  if (location?.startsWith('/login?to=')) return 'sign-in'
  if (status === 403 || status === 404) return 'refused'
  return status >= 500 ? 'failed' : 'allowed'
}

function statusOf(answer: unknown): { status: number; location: string | null } {
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location') }
  const init = (answer as { init?: { status?: number } | null } | null)?.init
  return { status: init?.status ?? 200, location: null }
}
