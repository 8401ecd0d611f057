/** Applies prisma/migrations, and says what is missing; ordinary Prisma history, so Prisma's own CLI can take over. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { openPGlite } from '#app/platform/database/client.server.ts'
import { loadSchemaEngine } from './schema-engine.ts'

const root = path.resolve(import.meta.dirname)
const filters = { externalTables: [], externalEnums: [] }

function migrationsList() {
  const baseDir = path.join(root, 'migrations')
  const names = readdirSync(baseDir)
    .filter((name) => /^\d+_/.test(name))
    .sort()
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  }
}

function datamodels(): [string, string][] {
  const models = readdirSync(path.join(root, 'models')).sort()
  return [path.join(root, 'schema.prisma'), ...models.map((name) => path.join(root, 'models', name))].map(
    (file) => [file, readFileSync(file, 'utf8')],
  )
}

/** PrismaPg would use the real database as its shadow: the shadow is an in-memory PGlite instead. */
function withMemoryShadow(
  factory: SqlMigrationAwareDriverAdapterFactory,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => factory.connect(),
    connectToShadowDb: async () => new PrismaPGlite(await openPGlite()).connect(),
  }
}

async function engineOver(factory: SqlMigrationAwareDriverAdapterFactory) {
  const SchemaEngine = await loadSchemaEngine()
  const bound = bindMigrationAwareSqlAdapterFactory(withMemoryShadow(factory))
  return SchemaEngine.new({ datamodels: datamodels() }, () => {}, bound)
}

/** What to migrate: a server by its address, or an open PGlite. */
export type MigrationTarget = { connectionString: string } | { pglite: PGlite }

type Connection = { factory: SqlMigrationAwareDriverAdapterFactory; close: () => Promise<void> }

function connectionTo(target: MigrationTarget): Connection {
  if ('pglite' in target) return { factory: new PrismaPGlite(target.pglite), close: async () => {} }
  const pool = new pg.Pool({ connectionString: target.connectionString, options: '-c TimeZone=UTC', max: 2 })
  const factory = new PrismaPg(pool)
  const whole: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: () => factory.connect().then((adapter) => wholeScripts(adapter, pool)),
  }
  return { factory: whole, close: () => pool.end() }
}

/** PrismaPg cuts scripts at every semicolon, also inside function bodies and comments: the server takes them whole. */
function wholeScripts(adapter: SqlDriverAdapter, pool: pg.Pool): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    await pool.query(script)
  }
  return adapter
}

/** Applies what is not applied yet; answers the names. Several processes at once: the engine's advisory lock orders them. */
export async function migrate(target: MigrationTarget): Promise<string[]> {
  const { factory, close } = connectionTo(target)
  try {
    const engine = await engineOver(factory)
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters,
    })
    engine.free()
    return appliedMigrationNames
  } finally {
    await close()
  }
}

/**
 * SQL that would lead from the migrations to the schema; empty when they agree.
 * @public asked by the checks of `npm run verify`, not by the product
 */
export async function schemaDrift(): Promise<string> {
  const engine = await engineOver(new PrismaPGlite(await openPGlite()))
  const files = datamodels().map(([file, content]) => ({ path: file, content }))
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationsList() },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    })
    return stdout ?? ''
  } finally {
    engine.free()
  }
}
