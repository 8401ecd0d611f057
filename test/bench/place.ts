/** Where a run's databases live: on a PostgreSQL server (given, or a cluster of one's own), or embedded in directories. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import {
  type Database,
  embeddedDatabase,
  openPGlite,
  serverDatabase,
} from '#app/platform/database/client.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { postgresBinaries, startCluster } from '#test/harness/postgres-cluster.mjs'

/** Encrypts nothing but made rows. */
const DATA_KEY = Buffer.alloc(32, 'bench').toString('base64')

/** Sets the key for what this process itself asks of the application; before its settings are first read. */
export function useBenchKey(): void {
  process.env.DATA_KEY = DATA_KEY
}

/** A database of a run. */
export type Home = {
  kind: Database['kind']
  /** Settings with which a process of the application works on it. */
  env: Record<string, string>
  /** Opened by this process, migrated. An embedded one must be closed before another process opens it. */
  open(): Promise<Database>
}

export type Place = {
  kind: Database['kind']
  /** Server version and the settings that decide most. */
  about: Record<string, string>
  /** A database of that name, empty unless it was kept from an earlier run. */
  home(name: string): Promise<Home>
  /** Drops one that is not needed any more. */
  drop(name: string): Promise<void>
  /** Writes what is dirty, so that one case does not pay for the one before. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Databases in directories of one temporary directory, gone at the end. */
export function embeddedPlace(): Place {
  const root = mkdtempSync(path.join(tmpdir(), 'shizi-bench-'))
  return {
    kind: 'embedded',
    about: { database: 'PGlite' },
    async home(name) {
      const directory = path.join(root, name)
      return {
        kind: 'embedded',
        env: { DATA_DIR: directory, DATA_KEY },
        async open() {
          mkdirSync(directory, { recursive: true })
          const pglite = await openPGlite(path.join(directory, 'pgdata'))
          await migrate({ pglite })
          return embeddedDatabase(pglite)
        },
      }
    },
    async drop(name) {
      rmSync(path.join(root, name), { recursive: true, force: true })
    },
    settle: async () => {},
    async close() {
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/**
 * Databases `shizi_bench_<name>` on the server of BENCH_DATABASE_URL, whose user may create databases; without one on a
 * cluster that lives as long as the run. Null where the machine has no PostgreSQL.
 */
export async function serverPlace(given: string | undefined, keep: boolean): Promise<Place | null> {
  const binaries = postgresBinaries()
  if (!given && !binaries) return null
  const cluster = given || !binaries ? null : await startCluster(binaries)
  const url = given ?? cluster?.url ?? ''
  const admin = new pg.Pool({ connectionString: url, max: 1 })
  const made = new Set<string>()
  const drop = async (name: string) => {
    await admin.query(`drop database if exists ${databaseName(name)} with (force)`)
    made.delete(name)
  }
  return {
    kind: 'server',
    about: await aboutServer(admin, given ? 'given' : 'own cluster'),
    async home(name) {
      const database = databaseName(name)
      const there = await admin.query('select from pg_database where datname = $1', [database])
      if (there.rowCount === 0) await admin.query(`create database ${database}`)
      made.add(name)
      const address = Object.assign(new URL(url), { pathname: `/${database}` }).href
      return {
        kind: 'server',
        env: { DATABASE_URL: address, DATA_KEY },
        async open() {
          await migrate({ connectionString: address })
          return serverDatabase(address, 4)
        },
      }
    },
    drop,
    async settle() {
      // Only a superuser may; without it the figures are a little noisier.
      await admin.query('checkpoint').catch(() => {})
    },
    async close() {
      if (!keep) for (const name of [...made]) await drop(name)
      await admin.end()
      await cluster?.stop()
    },
  }
}

function databaseName(name: string): string {
  return `shizi_bench_${name.replace(/\W/g, '_')}`
}

async function aboutServer(admin: pg.Pool, origin: string): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from pg_settings
     where name in ('server_version', 'shared_buffers', 'work_mem', 'fsync', 'synchronous_commit', 'jit')`,
  )
  return {
    database: `PostgreSQL, ${origin}`,
    ...Object.fromEntries(rows.map((row) => [row.name, row.value])),
  }
}
