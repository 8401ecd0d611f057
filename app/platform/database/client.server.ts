/** The database: PGlite in DATA_DIR by default, a PostgreSQL server with DATABASE_URL. Same SQL, same Prisma client. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { type Settings, settings } from '#app/platform/env.server.ts'
import { DataDirectoryInUse, lockDataDirectory } from './embedded-lock.server.ts'
import { type Prisma, PrismaClient } from './generated/client.ts'

export { DataDirectoryInUse }

/** What queries and commands take first: the client, or the transaction they run in. */
export type Db = Prisma.TransactionClient

/** An open database. `db` for everything; `copyIn` for bulk loads outside a transaction. */
export type Database = {
  kind: 'embedded' | 'server'
  db: PrismaClient
  /**
   * Loads rows by COPY (text format: tab between values, `\N` for null), outside any transaction of `db`.
   * `table` and `columns` are the program's own names, never input.
   */
  copyIn(table: string, columns: readonly string[], chunks: AsyncIterable<string>): Promise<void>
  /** Statements without parameters in one go, as migrations and pg-boss need; answers the last one's rows. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  close(): Promise<void>
}

const transactionOptions = { maxWait: 10_000, timeout: 15_000 }
/** A server that does not even refuse is away after this long. */
const connectTimeoutMs = 10_000

/** Loads PGlite with the extensions the migrations use. `directory` undefined: in memory. */
export async function openPGlite(directory?: string, loadDataDir?: Blob): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { btree_gist } = await import('@electric-sql/pglite/contrib/btree_gist')
  return PGlite.create({ dataDir: directory, loadDataDir, extensions: { btree_gist } })
}

/** Wraps an open PGlite. The caller of a file-backed one holds the directory's lock. */
export function embeddedDatabase(pglite: PGlite, release: () => void = () => {}): Database {
  const db = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions })
  return {
    kind: 'embedded',
    db,
    async copyIn(table, columns, chunks) {
      for await (const chunk of chunks) {
        const blob = new Blob([chunk])
        await pglite.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], { blob })
      }
    },
    async executeSql(text, values) {
      if (values && values.length > 0) return pglite.query<Record<string, unknown>>(text, values)
      const results = await pglite.exec(text)
      return (results.at(-1) ?? { rows: [] }) as { rows: Record<string, unknown>[] }
    },
    async close() {
      await db.$disconnect()
      await pglite.close()
      release()
    },
  }
}

/**
 * Connects to a server. The session speaks UTC: both adapters read timestamptz as if it did. It compiles no queries:
 * the planner guesses too many rows for what a search finds, and compiling then takes longer than the answer.
 */
export function serverDatabase(connectionString: string, poolSize: number): Database {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    options: '-c TimeZone=UTC -c jit=off -c max_parallel_workers_per_gather=0',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  })
  // A lost idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
  return {
    kind: 'server',
    db,
    async copyIn(table, columns, chunks) {
      const client = await pool.connect()
      try {
        const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
        await pipeline(Readable.from(chunks), target)
        client.release()
      } catch (error) {
        client.release(true)
        throw error
      }
    },
    executeSql: (text, values) => pool.query(text, values),
    async close() {
      await db.$disconnect()
      await pool.end()
    },
  }
}

/** Opens what the settings name. Throws DataDirectoryInUse when another process holds the embedded directory. */
export async function openDatabase(from: Settings): Promise<Database> {
  if (from.DATABASE_URL) return serverDatabase(from.DATABASE_URL, from.DATABASE_POOL)
  const release = lockDataDirectory(from.DATA_DIR)
  try {
    return embeddedDatabase(await openPGlite(`${from.DATA_DIR}/pgdata`), release)
  } catch (error) {
    release()
    throw error
  }
}

// The server bundle and the process that hosts it are two module graphs: the one open database lives beside both.
const holder = globalThis as typeof globalThis & { shiziDatabase?: Promise<Database> }

/** The process's database, opened on first use. */
export function database(): Promise<Database> {
  holder.shiziDatabase ??= openDatabase(settings())
  holder.shiziDatabase.catch(() => {
    holder.shiziDatabase = undefined
  })
  return holder.shiziDatabase
}

/** Puts an already open database in place (tests, command line). */
export function useDatabase(opened: Database): void {
  holder.shiziDatabase = Promise.resolve(opened)
}
