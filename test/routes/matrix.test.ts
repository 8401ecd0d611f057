/** Route × role: every route is classified, and answers each role as its class says; nobody reaches another county's record. */
import { describe, expect } from 'vitest'
import { rooms } from '#app/composition/register.server.ts'
import { type Action, roleAllows, roleNames } from '#app/platform/access/roles.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { knownSubjects, subjectEntry } from '#app/platform/imports/subject.ts'
import type { Audience, RouteAccess } from '#app/platform/manifest/manifest.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest } from '#test/harness/request.ts'
import { type Answer, answerOf, findRoutes, parametersOf, type Route } from './routes.ts'
import {
  type Asker,
  addressIn,
  askers,
  buildWorld,
  headersOf,
  type World,
  walkedProcess,
  worldSubject,
} from './world.ts'

function expected(audience: Audience, asker: Asker): Answer {
  if (audience === 'anyone') return 'allowed'
  if (asker === 'stranger') return 'sign-in'
  if (audience === 'signed-in') return 'allowed'
  if (audience === 'holder') return asker === 'holder' ? 'allowed' : 'refused'
  if (audience === 'importer')
    return roles(
      knownSubjects().map(({ action }) => action),
      asker,
    )
  return roles([audience], asker)
}

/** Whoever holds one of the actions. */
function roles(actions: readonly Action[], asker: Asker): Answer {
  if (asker === 'stranger' || asker === 'no role' || asker === 'holder') return 'refused'
  return actions.some((action) => roleAllows(asker, action)) ? 'allowed' : 'refused'
}

/** Every route, as its room says who may use it. */
const access: Record<string, RouteAccess> = Object.assign({}, ...rooms().map(({ routes }) => routes ?? {}))

type Call = { method: 'GET' | 'POST'; fields: Record<string, string>; audience: Audience }

/** What its room says of the attachment that the world holds (the first kind that any room takes), and of its case. */
function audienceIn({ path }: Route, audience: Audience | 'its-room' | 'its-subject'): Audience {
  if (audience === 'its-subject') return subjectEntry(worldSubject).action
  if (audience !== 'its-room') return audience
  if (path.includes(':objectionId')) return walkedProcess.steps[0].action
  if (path.includes(':caseId')) return walkedProcess.readers
  const [kind] = rooms().flatMap(({ attachments = {} }) => Object.values(attachments))
  if (!kind) throw new Error('no room takes attachments')
  return kind.readers
}

function callsOf(route: Route): Call[] {
  const { get, post } = access[route.id] ?? {}
  const forms = typeof post === 'string' ? [{ fields: {}, by: post }] : (post ?? [])
  return [
    ...(get ? [{ method: 'GET' as const, fields: {}, audience: audienceIn(route, get) }] : []),
    ...forms.map(({ fields, by }) => ({ method: 'POST' as const, fields, audience: audienceIn(route, by) })),
  ]
}

async function ask(
  db: Db,
  route: Route,
  call: Call,
  world: World,
  asker: Asker,
  at: string,
): Promise<Answer> {
  const headers = await headersOf(db, asker, at)
  const names = parametersOf(route)
  const params = Object.fromEntries(names.map((name) => [name, world.params[name] ?? '']))
  const url = addressIn(route, world)
  const request = call.method === 'GET' ? getRequest(url, headers) : postRequest(url, call.fields, headers)
  const handler = call.method === 'GET' ? route.loader : route.action
  return handler ? answerOf(handler, request, params) : 'failed'
}

const isGuarded = (audience: Audience) => !['anyone', 'signed-in', 'holder', 'importer'].includes(audience)

describe('routes', async () => {
  const routes = await findRoutes()

  test('each is classified by one room, and none is classified that is not there', () => {
    const told = rooms().flatMap((room) => Object.keys(room.routes ?? {}))
    expect(told).toHaveLength(new Set(told).size)
    expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(access).sort())
  })

  test.each(routes)('$id: its class names exactly the ways in that it has', (route) => {
    const { get, post } = access[route.id] ?? {}
    expect({ get: get !== undefined, post: post !== undefined }).toEqual({
      get: route.loader !== undefined,
      post: route.action !== undefined,
    })
  })

  for (const route of routes) {
    for (const call of callsOf(route)) {
      const what = `${call.method} ${route.path} ${Object.values(call.fields).join(' ')}`.trim()

      test(`${what} (${route.id}) answers each role as classified`, async ({ db }) => {
        const wanted = Object.fromEntries(askers.map((asker) => [asker, expected(call.audience, asker)]))
        const answers: Partial<Record<Asker, Answer>> = {}
        let world = await buildWorld(db)
        for (const asker of askers) {
          // A post may change what it names: each asker meets a fresh one.
          if (call.method === 'POST') world = await buildWorld(db)
          answers[asker] = await ask(db, route, call, world, asker, world.countyId)
        }
        expect(answers).toEqual(wanted)
      })

      if (!isGuarded(call.audience) || parametersOf(route).length === 0) continue
      test(`${what} (${route.id}) refuses every role of another county`, async ({ db }) => {
        const world = await buildWorld(db)
        for (const asker of roleNames) {
          expect(await ask(db, route, call, world, asker, world.otherCountyId), asker).toBe('refused')
        }
      })
    }
  }

  test('every parameter of a path is one that the matrix can fill', async ({ db }) => {
    const { params } = await buildWorld(db)
    const unknown = routes.flatMap(parametersOf).filter((name) => !params[name])
    expect(unknown).toEqual([])
  })
})
