/** Whether it can serve: the database answers and holds every migration that this build was made with. */
import { database } from '#app/platform/database/client.server.ts'
import { isDatabaseHeld } from '#app/platform/imports/progress.server.ts'
import { log } from '#app/platform/log.server.ts'

const migrations = Object.keys(import.meta.glob('../../prisma/migrations/*/migration.sql')).map((path) =>
  path.split('/').at(-2),
)

export async function loader() {
  const headers = { 'Content-Type': 'text/plain' }
  // It answers those who wait; only its connection is busy with an import.
  if (isDatabaseHeld()) return new Response('ready\n', { headers })
  try {
    const { db } = await database()
    const applied = await db.$queryRaw<{ migration_name: string }[]>`
      select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`
    const names = new Set(applied.map((row) => row.migration_name))
    if (migrations.every((name) => name && names.has(name))) return new Response('ready\n', { headers })
    return new Response('migrations pending\n', { status: 503, headers })
  } catch (error) {
    log.warn({ error }, 'not ready')
    return new Response('database away\n', { status: 503, headers })
  }
}
