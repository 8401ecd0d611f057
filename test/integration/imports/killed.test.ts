/** kill -9 in the middle of a commit: afterwards all of it is there or nothing, and the batch says which. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test as plainTest } from 'vitest'
import {
  type Database,
  embeddedDatabase,
  openPGlite,
  useDatabase,
} from '#app/platform/database/client.server.ts'
import { recoverInterrupted } from '#app/platform/imports/recover.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { actorWith, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { serverAddress, testOnServer } from '#test/harness/db.ts'
import { checked, checkedAgain, committed, csv, registryDigest, uploadOf } from './steps.ts'

const ROWS = 3000
const mapping = { name: '姓名', sourceKey: '人员编码', orgName: '学校' }
const roster = csv(
  Object.values(mapping),
  Array.from({ length: ROWS }, (_, at) => [`张${'甲乙丙丁戊己庚辛'[at % 8]}`, `K${at}`, '第一中学']),
)

async function readyBatch({ db }: Database) {
  const county = await buildCounty(db)
  await buildSchool(db, { parentId: county.id, name: '第一中学' })
  const actor = await actorWith(db, 'registrar', county.id)
  const batch = await checked(db, actor, uploadOf(roster, county.id), { mapping })
  await db.importBatch.update({ where: { id: batch.id }, data: { state: 'committing' } })
  return { actor, batchId: batch.id }
}

function startCommit(batchId: string, place: Record<string, string>): ChildProcess {
  const script = path.resolve(import.meta.dirname, 'commit-child.ts')
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...place }
  return spawn(process.execPath, ['--import', 'tsx', script, batchId], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Lets it work for a moment once it has begun, then takes it away. Answers whether it was still at work. */
async function killSoon(child: ChildProcess, ms: number): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data')
  await wait(ms)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

type Ready = Awaited<ReturnType<typeof readyBatch>>
type Before = Record<string, string>

async function expectAllOrNothing(database: Database, { actor, batchId }: Ready, before: Before) {
  const { db } = database
  await recoverInterrupted(0)
  const batch = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  const people = await db.person.count()
  if (batch.state === 'committed') {
    expect(people).toBe(ROWS)
    expect(await db.appointment.count()).toBe(ROWS)
    return
  }
  expect(batch).toMatchObject({ state: 'mapped', problem: 'interrupted' })
  expect(await registryDigest(db)).toEqual(before)
  expect(await db.auditEntry.count({ where: { action: 'import.committed' } })).toBe(0)
  await checkedAgain(db, actor, batchId)
  expect((await committed(db, actor, batchId)).state).toBe('committed')
  expect(await db.person.count()).toBe(ROWS)
}

describe('a killed commit', () => {
  plainTest.for([30, 400])('on an embedded directory, after %i ms', { timeout: 120_000 }, async (ms) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'shizi-killed-'))
    const first = await openPGlite(`${directory}/pgdata`)
    await migrate({ pglite: first })
    const opened = embeddedDatabase(first)
    useDatabase(opened)
    const ready = await readyBatch(opened)
    const before = await registryDigest(opened.db)
    await opened.close()
    await killSoon(startCommit(ready.batchId, { DATA_DIR: directory, DATABASE_URL: '' }), ms)
    const again = embeddedDatabase(await openPGlite(`${directory}/pgdata`))
    useDatabase(again)
    await expectAllOrNothing(again, ready, before)
    await again.close()
  })

  testOnServer.for([30, 400])('on a server, after %i ms', { timeout: 120_000 }, async (ms, { database }) => {
    const ready = await readyBatch(database)
    const before = await registryDigest(database.db)
    const address = (await serverAddress()) ?? ''
    await killSoon(startCommit(ready.batchId, { DATABASE_URL: address }), ms)
    // The server notices the lost connection and gives the row lock back.
    await expect.poll(() => recoverOrCommitted(database, ready.batchId), { timeout: 20_000 }).toBe(true)
    await expectAllOrNothing(database, ready, before)
  })
})

async function recoverOrCommitted({ db }: Database, batchId: string): Promise<boolean> {
  await recoverInterrupted(0)
  const { state } = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  return state !== 'committing'
}
