/** SQL in every parameter of every address: nothing runs, nothing breaks, and nothing of another county comes out. */
import ExcelJS from 'exceljs'
import { describe, expect } from 'vitest'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { newId } from '#app/platform/ids.ts'
import { encodeKeyset } from '#app/platform/lists/keyset.ts'
import {
  buildAccount,
  buildCounty,
  buildImportBatch,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { type Answer, answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'
import { findRoutes, parametersOf, type Route } from './routes.ts'

const payloads = [
  "' or '1'='1",
  '1; delete from account_grant',
  "') union select id_number_cipher::text from person --",
  'name desc; truncate organisation cascade; --',
  "\\'; select pg_terminate_backend(pg_backend_pid()); --",
]

/** Names that addresses of the application use, and that every other is tried with as well. */
const names = [
  ...[
    'q',
    'org',
    'place',
    'below',
    'kind',
    'stage',
    'placeType',
    'designation',
    'subject',
    'title',
    'honour',
  ],
  ...['post', 'category', 'schoolPost', 'status', 'establishment', 'lacks', 'ageFrom', 'ageTo', 'yearsFrom'],
  ...[
    'yearsTo',
    'asOf',
    'sort',
    'cursor',
    'after',
    'before',
    'role',
    'state',
    'from',
    'to',
    'action',
    'actor',
  ],
  ...['person', 'rows', 'profile', 'headingRow', 'sheet', 'period', 'index', 'within', 'locale'],
]

/** A page marker as the lists write it, with SQL where a value belongs. */
const forged = (value: string) => encodeKeyset({ sort: 'name', value, id: newId(), towards: 'next' })

const outsider = '西门外人'

/** Two counties; the reader has every role in the first, the outsider belongs to the second. */
async function buildWorld(db: Db) {
  const prefecture = await buildPrefecture(db)
  const own = await buildCounty(db, { parentId: prefecture.id })
  const other = await buildCounty(db, { parentId: prefecture.id, name: `${outsider}县` })
  const school = await buildSchool(db, { parentId: own.id })
  const foreign = await buildSchool(db, { parentId: other.id, name: `${outsider}学校` })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  await buildPerson(db, { name: outsider, appointment: { workOrgId: foreign.id } })
  const grants = ['administrator', 'registrar', 'inspector'] as const
  const outside = await buildAccount(db, { organisationId: other.id, displayName: outsider, grants })
  const reader = await buildAccount(db, { organisationId: own.id, personId: person.id, grants })
  const colleague = await buildAccount(db, { organisationId: own.id, grants: ['leader'] })
  const grant = await db.grant.findFirstOrThrow({ where: { accountId: colleague.id } })
  const batch = await buildImportBatch(db, { organisationId: own.id })
  const entry = { action: 'person.changed', organisationId: school.id, subject: `person:${person.id}` }
  await appendAudit(db, { accountId: null, displayName: '测试' }, [entry])
  const params: Record<string, string> = {
    ...{ chainId: own.id, seq: '1', personId: person.id, act: 'post', noun: 'identity', orgAct: 'edit' },
    ...{ chart: 'ages' },
    ...{ organisationId: school.id, accountId: colleague.id, grantId: grant.id, batchId: batch.id },
  }
  return { params, headers: await signedIn(reader.id), otherHeaders: await signedIn(outside.id) }
}

/** What there is: tables, and rows in those that attackers would empty. */
async function inventory({ executeSql }: Database): Promise<unknown> {
  const { rows } = await executeSql(`
    select (select count(*) from pg_tables)::int as tables, (select count(*) from person)::int as people,
      (select count(*) from account)::int as accounts, (select count(*) from organisation)::int as organisations,
      (select count(*) from account_grant where revoked_at is null)::int as grants`)
  return rows
}

/** All that an answer shows, a workbook's cells included. */
async function shown({ value, response }: Answer<unknown>): Promise<string> {
  // A document's rows are drawn, and not among what is written out of the answer.
  const rows = (value as { rows?: unknown } | null)?.rows
  if (!response)
    return JSON.stringify({ value, rows }, (_, one) => (typeof one === 'bigint' ? String(one) : one))
  const bytes = await response.arrayBuffer()
  if (!response.headers.get('content-type')?.includes('spreadsheet')) return new TextDecoder().decode(bytes)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes)
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
}

const addressOf = (route: Route, params: Record<string, string>, query: URLSearchParams) =>
  `${route.path.replace(/:(\w+)\??/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}?${query}`

const queriesOf = (payload: string) => [
  new URLSearchParams({ q: payload }),
  new URLSearchParams(names.map((name) => [name, payload])),
  new URLSearchParams(
    names.map((name) => [name, ['cursor', 'after', 'before'].includes(name) ? forged(payload) : '']),
  ),
]

const routes = (await findRoutes()).filter((route) => route.loader !== undefined)

/** Asks a route; the answer as far as it may be wrong. */
async function ask(
  route: Route,
  address: string,
  params: Record<string, string>,
  headers: Record<string, string>,
) {
  const request = getRequest(address, headers)
  const answer = await answerOf(route.loader as NonNullable<Route['loader']>, request, params)
  return { status: answer.status, tellsOfOthers: (await shown(answer)).includes(outsider) }
}

describe('SQL in an address', () => {
  test('is text like any other, in every parameter of every route', { timeout: 120_000 }, async ({
    db,
    database,
  }) => {
    const { params, headers } = await buildWorld(db)
    const before = await inventory(database)
    for (const route of routes) {
      for (const query of payloads.flatMap(queriesOf)) {
        const address = addressOf(route, params, query)
        const { status, tellsOfOthers } = await ask(route, address, params, headers)
        expect({ address, fails: status >= 500, tellsOfOthers }).toEqual({
          ...{ address, fails: false, tellsOfOthers: false },
        })
      }
    }
    expect(await inventory(database)).toEqual(before)
  })

  test('in the place of an id names nothing', async ({ db, database }) => {
    const { params, headers } = await buildWorld(db)
    const before = await inventory(database)
    for (const route of routes) {
      for (const name of parametersOf(route)) {
        for (const payload of payloads) {
          const forgedParams = { ...params, [name]: payload }
          const address = addressOf(route, forgedParams, new URLSearchParams())
          expect({ address, ...(await ask(route, address, forgedParams, headers)) }).toMatchObject({
            status: 404,
          })
        }
      }
    }
    expect(await inventory(database)).toEqual(before)
  })

  test('would be told if it worked: the reader of the other county is shown the outsider', async ({ db }) => {
    const { params, otherHeaders } = await buildWorld(db)
    const told = await Promise.all(
      routes
        .filter(({ id }) => /(staff|organisations|accounts)\+\/(index|export\[\.\]xlsx)$/.test(id))
        .map(async (route) => [route.id, await ask(route, route.path, params, otherHeaders)]),
    )
    expect(told).toHaveLength(6)
    for (const [, answer] of told) expect(answer).toEqual({ status: 200, tellsOfOthers: true })
  })
})
