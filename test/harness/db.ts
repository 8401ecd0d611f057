/**
 * `test` with a database: `test('…', async ({ db }) => …)`. Every test starts with empty tables, and code under test that
 * calls `database()` gets the same one. On PGlite, or on the server of TEST_DATABASE_URL.
 */
import { readFileSync } from 'node:fs'
import { test as base, inject } from 'vitest'
import {
  type Database,
  embeddedDatabase,
  openPGlite,
  serverDatabase,
  useDatabase,
} from '#app/platform/database/client.server.ts'
import { databaseOn, onServer } from './template.ts'

type Opened = { database: Database; address: string | null; emptying: string }

// Files share a worker's globals, not always its modules: the worker's one database lives here.
const worker = globalThis as typeof globalThis & { shiziTestDatabase?: Promise<Opened> }

/** Whether the tests run on a PostgreSQL server, with real concurrency. */
export const isOnServer = Boolean(process.env.TEST_DATABASE_URL)

async function openWorkerDatabase(): Promise<Opened> {
  const template = inject('databaseTemplate')
  if ('file' in template) {
    const files = new Blob([readFileSync(template.file)])
    const database = embeddedDatabase(await openPGlite(undefined, files))
    return { database, address: null, emptying: await emptyingSql(database) }
  }
  const name = template.name.replace(/template$/, String(process.pid))
  await onServer(template.server, [
    `drop database if exists ${name} with (force)`,
    `create database ${name} template ${template.name}`,
  ])
  const address = databaseOn(template.server, name)
  const database = serverDatabase(address, 10)
  return { database, address, emptying: await emptyingSql(database) }
}

/** Filled by the migrations, and the same for everybody. */
const FILLED = ['_prisma_migrations', 'pay_item']

/** One script that empties all tables and restarts all sequences; the audit trail's guard sleeps meanwhile. */
async function emptyingSql(database: Database): Promise<string> {
  const { rows } = await database.executeSql(`
    select 'truncate ' || string_agg(quote_ident(tablename), ', ') as script from pg_tables
      where schemaname = 'public' and tablename not in (${FILLED.map((name) => `'${name}'`).join()})
    union all
    select 'alter sequence ' || quote_ident(sequencename) || ' restart' from pg_sequences where schemaname = 'public'`)
  const steps = ['set local session_replication_role = replica', ...rows.map(({ script }) => script)]
  return `do $$ begin\n${steps.join(';\n')};\nend $$`
}

const DEADLOCK = '40P01'
const MOST_TRIES = 5

/** The worker's database, empty. A download that the test before began and nobody read to its end may still be reading. */
async function emptyDatabase(): Promise<Database> {
  const { database, emptying } = await workerDatabase()
  for (let tried = 1; ; tried++) {
    try {
      await database.executeSql(emptying)
      break
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || tried === MOST_TRIES) throw error
    }
  }
  useDatabase(database)
  return database
}

async function workerDatabase(): Promise<Opened> {
  worker.shiziTestDatabase ??= openWorkerDatabase()
  return worker.shiziTestDatabase
}

/** The address of the worker's own database on the server, for processes a test starts; null on PGlite. */
export async function serverAddress(): Promise<string | null> {
  return (await workerDatabase()).address
}

export const test = base
  .extend('database', { auto: true }, () => emptyDatabase())
  .extend('db', ({ database }) => database.db)

/** For what needs several connections at once, which PGlite has not; there the test is skipped and says why. */
export const testOnServer = base
  .extend('needsServer', { auto: true }, ({ skip }) => {
    skip(!isOnServer, 'needs several connections: runs on a PostgreSQL server only (TEST_DATABASE_URL)')
  })
  .extend('database', { auto: true }, ({ needsServer: _ }) => emptyDatabase())
  .extend('db', ({ database }) => database.db)
