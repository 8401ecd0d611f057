/**
 * Remix matches an address against all routes several times a request, and prepares every route for the page that it draws. A
 * page needs its own and those around it: so each address is given to a handler that knows only these.
 */
import type { RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

/** Addresses of one shape have the same routes: ids do not tell them apart. */
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g
const MOST_SHAPES = 1_000

type Routes = ServerBuild['routes']
type MakeHandler = (build: ServerBuild) => RequestHandler

/** The handler of an address; that of the whole build for what matches nothing, and for questions about the routes themselves. */
export function narrowHandlers(build: ServerBuild, make: MakeHandler): (pathname: string) => RequestHandler {
  const whole = make(build)
  const tree = treeOf(build.routes, undefined)
  const byRoutes = new Map<string, RequestHandler>()
  const byShape = new Map<string, RequestHandler>()

  const handlerOf = (address: string): RequestHandler => {
    const ids = matchRoutes(tree, address)?.map(({ route }) => String(route.id)) ?? []
    if (ids.length === 0) return whole
    const key = ids.join(' ')
    const handler = byRoutes.get(key) ?? make(narrowed(build, ids))
    byRoutes.set(key, handler)
    return handler
  }
  return (pathname) => {
    const address = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
    if (address === '/__manifest') return whole
    const shape = address.replace(ID, ':id')
    const known = byShape.get(shape)
    if (known) return known
    const handler = handlerOf(address)
    if (byShape.size < MOST_SHAPES) byShape.set(shape, handler)
    return handler
  }
}

function narrowed(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const { assets, routes } = build
  return { ...build, routes: only(routes, ids), assets: { ...assets, routes: only(assets.routes, ids) } }
}

function only<Value>(all: Record<string, Value>, ids: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))
}

type Tree = Parameters<typeof matchRoutes>[0]

function treeOf(routes: Routes, parentId: string | undefined): Tree {
  return Object.values(routes).flatMap((route): Tree => {
    if (!route || route.parentId !== parentId) return []
    const { id, path, index, caseSensitive } = route
    if (index) return [{ id, path, index, caseSensitive }]
    return [{ id, path, caseSensitive, children: treeOf(routes, id) }]
  })
}
