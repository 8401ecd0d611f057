/** Any text in any field of any form: the page refuses it or takes it as text, and no route fails. */
import { describe, expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import {
  buildAccount,
  buildCounty,
  buildImportBatch,
  buildPerson,
  buildSchool,
} from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { postRequest, signedIn } from '#test/harness/request.ts'
import { findRoutes, type Route } from './routes.ts'

const garbage = [
  "'; drop table person; --",
  '\u0000',
  '\ud800',
  '𠮷😀\u202e',
  '长'.repeat(20_000),
  '=cmd|/c calc',
  '99999999999999999999',
  '0001-01-01',
]

/** Names that forms of the application use. */
const names = [
  ...[
    'username',
    'password',
    'current',
    'next',
    'again',
    'displayName',
    'staffNumber',
    'organisation',
    'role',
    'to',
  ],
  ...[
    'locale',
    'name',
    'idKind',
    'idNumber',
    'sex',
    'birthDate',
    'phone',
    'formerName',
    'ethnicity',
    'nativePlace',
  ],
  ...[
    'workOrgId',
    'establishmentOrgId',
    'payOrgId',
    'subject',
    'stage',
    'postCategory',
    'postLevel',
    'validFrom',
  ],
  ...[
    'validTo',
    'lastDay',
    'reason',
    'documentNo',
    'version',
    'periodId',
    'titleLevel',
    'honour',
    'status',
    'code',
  ],
  ...[
    'parentId',
    'kind',
    'placeType',
    'designation',
    'pupils',
    'classes',
    'schoolYear',
    'day',
    'key',
    'session',
  ],
  ...[
    'organisationId',
    'asOf',
    'coverage',
    'profile',
    'profileName',
    'headingRow',
    'sheet',
    'q',
    'batch',
    'options',
  ],
]

async function buildWorld(db: Db) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const grants = ['administrator', 'registrar', 'inspector'] as const
  const reader = await buildAccount(db, { organisationId: county.id, personId: person.id, grants })
  const colleague = await buildAccount(db, { organisationId: county.id, grants: ['leader'] })
  const grant = await db.grant.findFirstOrThrow({ where: { accountId: colleague.id } })
  const batch = await buildImportBatch(db, { organisationId: county.id })
  const params: Record<string, string> = {
    ...{ personId: person.id, organisationId: school.id, accountId: colleague.id, grantId: grant.id },
    ...{ batchId: batch.id, act: 'post', noun: 'identity', orgAct: 'edit' },
  }
  return { params, reader }
}

/** What forms send beside their fields; some decide what is done with the rest. */
const intents = ['', 'commit', 'edit']

describe('garbage in every field', async () => {
  const routes = (await findRoutes()).filter((route) => route.action !== undefined)

  test.for(routes)('of $id never fails', { timeout: 60_000 }, async (route, { db }) => {
    const { params, reader } = await buildWorld(db)
    const path = route.path.replace(/:(\w+)\??/g, (_, name: string) => params[name] ?? '')
    for (const value of garbage) {
      for (const intent of intents) {
        const fields = { ...Object.fromEntries(names.map((name) => [name, value])), intent: intent || value }
        const file = new File([value], `${value.slice(0, 50)}.xlsx`)
        // Each with a session of its own: some forms end it.
        const request = postRequest(path, { ...fields, file }, await signedIn(reader.id))
        const answer = await answerOf(route.action as NonNullable<Route['action']>, request, params)
        expect([value.slice(0, 30), answer.status < 500]).toEqual([value.slice(0, 30), true])
      }
    }
    expect(await db.person.count()).toBe(1)
  })
})
