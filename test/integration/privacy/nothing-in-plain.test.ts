/** Identity numbers and phones go through every door of the registry; afterwards no table and no log line holds one. */
import pino from 'pino'
import { describe, expect, vi } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { signIn } from '#app/platform/auth/sign-in.server.ts'
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { log } from '#app/platform/log.server.ts'
import { action as reveal } from '#app/routes/_app+/staff+/$personId.tsx'
import {
  loader as openChange,
  action as postChange,
} from '#app/routes/_app+/staff+/$personId_.change.$act.tsx'
import { action as postCorrection } from '#app/routes/_app+/staff+/$personId_.correct_.$noun.tsx'
import { loader as openList, action as search } from '#app/routes/_app+/staff+/index.tsx'
import { action as postHire } from '#app/routes/_app+/staff+/new.tsx'
import { actorOf, buildAccount, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'
import { checked, committed, csv, uploadOf } from '../imports/steps.ts'

/** Every number that is used here, by how it came in. */
const secrets = {
  hired: madeResidentId('1985-07-01', 101),
  corrected: madeResidentId('1985-07-02', 103),
  hiredPhone: '13800138001',
  editedPhone: '13800138002',
  imported: madeResidentId('1986-07-01', 105),
  importedPhone: '13800138003',
  rejected: madeResidentId('1986-07-01', 107).replace(/.$/, (last) => (last === '1' ? '2' : '1')),
  rejectedPhone: '13800138004',
  searchedInVain: madeResidentId('1986-07-01', 109),
  inAnAddress: madeResidentId('1986-07-01', 111),
  asUsername: madeResidentId('1986-07-01', 113),
}

/** The lines that the log gets while `work` runs, at its most talkative. */
async function logOf(work: () => Promise<void>): Promise<string> {
  const stream = Reflect.get(log, pino.symbols.streamSym) as { write(line: string): unknown }
  const lines: string[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(line))
  const usual = log.level
  log.level = 'trace'
  try {
    await work()
  } finally {
    log.level = usual
    spy.mockRestore()
  }
  return lines.join('')
}

/** Which secrets stand in which table, as text or as bytes. Bytes show as hexadecimal digits in a row's text. */
async function foundIn({ executeSql }: Database): Promise<string[]> {
  const { rows: tables } = await executeSql(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`)
  const sought = Object.entries(secrets).map(([as, value]) => ({
    as,
    text: value,
    bytes: Buffer.from(value).toString('hex'),
  }))
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await executeSql(
      `select s.as from json_to_recordset($1) s ("as" text, text text, bytes text)
        where exists (select from ${name} t where strpos(t::text, s.text) + strpos(t::text, s.bytes) > 0)`,
      [JSON.stringify(sought)],
    )
    found.push(...rows.map((row) => `${name}: ${row.as}`))
  }
  return found
}

type Headers = Record<string, string>

async function hireAndChange(db: Db, headers: Headers, workplace: string): Promise<void> {
  const hired = { name: '王秀英', idKind: '1', idNumber: secrets.hired, phone: secrets.hiredPhone }
  const fields = { ...hired, workOrgId: workplace, validFrom: '2026-09-01', intent: 'commit' }
  expect(await answerOf(postHire, postRequest('/staff/new', fields, headers))).toMatchObject({ status: 302 })
  // The same number again is refused, and told.
  expect(await answerOf(postHire, postRequest('/staff/new', fields, headers))).toMatchObject({ status: 422 })
  const { id: personId } = await db.person.findFirstOrThrow()

  const version = async () => String((await db.person.findUniqueOrThrow({ where: { id: personId } })).version)
  const facts = { phone: secrets.editedPhone, intent: 'commit', version: await version() }
  const change = { personId, act: 'facts' }
  await answerOf(openChange, getRequest(`/staff/${personId}/change/facts`, headers), change)
  expect(
    await answerOf(postChange, postRequest(`/staff/${personId}/change/facts`, facts, headers), change),
  ).toMatchObject({ status: 302 })

  const identity = { name: '王秀英', idKind: '1', idNumber: secrets.corrected, reason: '录入有误' }
  const correction = { ...identity, intent: 'commit', version: await version() }
  const corrected = postRequest(`/staff/${personId}/correct/identity`, correction, headers)
  expect(await answerOf(postCorrection, corrected, { personId, noun: 'identity' })).toMatchObject({
    status: 302,
  })
  const asked = postRequest(`/staff/${personId}`, { reason: '核对社保' }, headers)
  expect(await answerOf(reveal, asked, { personId })).toMatchObject({
    value: { idNumber: secrets.corrected },
  })
}

async function importRows(database: Database, accountId: string, countyId: string): Promise<void> {
  const mapping = { name: '姓名', idNumber: '身份证号', phone: '手机', orgName: '学校', joinedOn: '来校时间' }
  const rows = [
    ['李伟', secrets.imported, secrets.importedPhone, '第一中学', '2010.9'],
    ['赵六', secrets.rejected, secrets.rejectedPhone, '第一中学', '2010.9'],
    ['钱七', secrets.imported, '', '第一中学', '2010.9'],
  ]
  const actor = await actorOf(database.db, accountId)
  const upload = uploadOf(csv(Object.values(mapping), rows), countyId)
  const batch = await checked(database.db, actor, upload, { mapping })
  expect(batch.counts).toMatchObject({ new: 1, rejected: 2 })
  expect(await foundIn(database)).toEqual([])
  expect((await committed(database.db, actor, batch.id)).state).toBe('committed')
}

async function searchFor(headers: Headers): Promise<void> {
  for (const q of [secrets.corrected, secrets.searchedInVain, secrets.rejected])
    await answerOf(search, postRequest('/staff?index', { q }, headers))
  const { to } = await answerOf(openList, getRequest(`/staff?q=${secrets.inAnAddress}`, headers))
  expect(to).not.toContain(secrets.inAnAddress)
}

describe('identity numbers and phones', () => {
  test('are in no table and in no line of the log, whichever way they came', async ({ db, database }) => {
    const county = await buildCounty(db)
    const school = await buildSchool(db, { parentId: county.id, name: '第一中学' })
    const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
    const headers = await signedIn(account.id)
    const lines = await logOf(async () => {
      await hireAndChange(db, headers, school.name)
      expect(await foundIn(database)).toEqual([])
      await importRows(database, account.id, county.id)
      await searchFor(headers)
      await signIn(db, { username: secrets.asUsername, password: secrets.asUsername, address: '10.0.0.1' })
      log.error({ error: new Error(`invalid input syntax for type date: "${secrets.hired}"`) }, 'defect')
    })
    expect(await foundIn(database)).toEqual([])
    expect(lines).toContain('"msg":"defect"')
    for (const [secret, value] of Object.entries(secrets)) expect(lines.includes(value), secret).toBe(false)
  })

  test('would be found by this test if they were there', async ({ db, database }) => {
    const { id } = await buildPerson(db, { nativePlace: `旧库 ${secrets.hired}` })
    const phoneCipher = new Uint8Array(Buffer.from(secrets.hiredPhone))
    await db.person.update({ where: { id }, data: { phoneCipher } })
    expect(await foundIn(database)).toEqual(['public.person: hired', 'public.person: hiredPhone'])
  })
})
