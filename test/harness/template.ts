/** The migrated database that every worker's own one is copied from. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openPGlite } from '#app/platform/database/client.server.ts'
import { migrate } from '#prisma/migrate.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What a worker is told: the file to load into PGlite, or the server's database to copy. */
export type Template = { file: string } | { server: string; name: string }

function fingerprint(): string {
  const hash = createHash('sha256')
  const migrations = path.join(root, 'prisma/migrations')
  for (const name of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(path.join(migrations, name)))
  }
  hash.update(readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}

/** Migrates an in-memory PGlite and keeps its files; a later run with the same migrations takes them as they are. */
export async function embeddedTemplate(): Promise<{ file: string }> {
  const directory = path.join(root, 'node_modules/.cache/shizi')
  const file = path.join(directory, `template-${fingerprint()}.tar`)
  if (existsSync(file)) return { file }
  const pglite = await openPGlite()
  await migrate({ pglite })
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  mkdirSync(directory, { recursive: true })
  const partial = `${file}.${process.pid}`
  writeFileSync(partial, new Uint8Array(await dump.arrayBuffer()))
  renameSync(partial, file)
  return { file }
}

/** The same server, another database. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs statements one by one over a connection of their own. */
export async function onServer(server: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Creates and migrates a template database; its name carries this process's number, so that runs do not meet. */
export async function serverTemplate(server: string): Promise<Template> {
  const name = `shizi_test_${process.pid}_template`
  await onServer(server, [`drop database if exists ${name} with (force)`, `create database ${name}`])
  await migrate({ connectionString: databaseOn(server, name) })
  return { server, name }
}

/** Drops the template and all copies of it. */
export async function dropServerTemplate(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const prefix = `shizi_test_${process.pid}_`
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  await client.end()
}
