/** Route × role: every route is classified, and answers each role as its class says; nobody reaches another county's record. */
import '#app/messages.server.ts'
import { describe, expect } from 'vitest'
import { type Role, roleAllows, roleNames } from '#app/platform/access/roles.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { storeBytes } from '#app/platform/files/stored-file.server.ts'
import { buildExemption } from '#test/factories/exchange.ts'
import {
  buildAccount,
  buildCounty,
  buildImportBatch,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'
import { type Audience, access } from './access.ts'
import { type Answer, answerOf, findRoutes, parametersOf, type Route } from './routes.ts'

/** Who asks: nobody signed in, an account without any role, one that holds a record, or one with a role. */
type Asker = 'stranger' | 'no role' | 'holder' | Role
const askers: Asker[] = ['stranger', 'no role', 'holder', ...roleNames]

type World = { countyId: string; otherCountyId: string; params: Record<string, string> }

/** Two counties of one prefecture; everything a path can name stands in the first. */
async function buildWorld(db: Db): Promise<World> {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const other = await buildCounty(db, { parentId: prefecture.id })
  const school = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const account = await buildAccount(db, { organisationId: county.id, grants: ['leader'] })
  const grant = await db.grant.findFirstOrThrow({ where: { accountId: account.id } })
  const batch = await buildImportBatch(db, { organisationId: county.id })
  const proof = await storeBytes(db, 'proof.pdf', Buffer.from('%PDF-1.4'), 1_000)
  if (!proof.ok) throw new Error('the proof was not stored')
  const exemption = await buildExemption(db, { personId: person.id, proofFileId: proof.file.id })
  // The first entry of a county's chain.
  const entry = { action: 'person.changed', organisationId: school.id, subject: `person:${person.id}` }
  await appendAudit(db, { accountId: null, displayName: 'matrix' }, [entry])
  const params = {
    chainId: county.id,
    placeId: county.id,
    policyKey: 'exchange.years_at_school',
    seq: '1',
    personId: person.id,
    act: 'post',
    noun: 'identity',
    orgAct: 'edit',
    organisationId: school.id,
    accountId: account.id,
    grantId: grant.id,
    batchId: batch.id,
    exemptionId: exemption.id,
  }
  return { countyId: county.id, otherCountyId: other.id, params }
}

async function headersOf(db: Db, asker: Asker, organisationId: string): Promise<Record<string, string>> {
  if (asker === 'stranger') return {}
  const isRole = asker !== 'no role' && asker !== 'holder'
  const personId = asker === 'holder' ? (await buildPerson(db)).id : undefined
  const account = await buildAccount(db, { organisationId, personId, grants: isRole ? [asker] : [] })
  return signedIn(account.id)
}

function expected(audience: Audience, asker: Asker): Answer {
  if (audience === 'anyone') return 'allowed'
  if (asker === 'stranger') return 'sign-in'
  if (audience === 'signed-in') return 'allowed'
  if (audience === 'holder') return asker === 'holder' ? 'allowed' : 'refused'
  return asker !== 'no role' && asker !== 'holder' && roleAllows(asker, audience) ? 'allowed' : 'refused'
}

type Call = { method: 'GET' | 'POST'; fields: Record<string, string>; audience: Audience }

function callsOf({ id }: Route): Call[] {
  const { get, post } = access[id] ?? {}
  const forms = typeof post === 'string' ? [{ fields: {}, by: post }] : (post ?? [])
  return [
    ...(get ? [{ method: 'GET' as const, fields: {}, audience: get }] : []),
    ...forms.map(({ fields, by }) => ({ method: 'POST' as const, fields, audience: by })),
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
  const url = route.path.replace(/:(\w+)\??/g, (_, name: string) => params[name] ?? '')
  const request = call.method === 'GET' ? getRequest(url, headers) : postRequest(url, call.fields, headers)
  const handler = call.method === 'GET' ? route.loader : route.action
  return handler ? answerOf(handler, request, params) : 'failed'
}

const isGuarded = (audience: Audience) => !['anyone', 'signed-in', 'holder'].includes(audience)

describe('routes', async () => {
  const routes = await findRoutes()

  test('each is classified, and none is classified that is not there', () => {
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
