/** Whether it can serve: the database answers and all migrations are applied. */
import { database } from '#app/platform/database/client.server.ts'
import { log } from '#app/platform/log.server.ts'

export async function loader() {
  const headers = { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }
  try {
    const { db } = await database()
    const [row] = await db.$queryRaw<{ pending: number }[]>`
      select count(*)::int as pending from _prisma_migrations where finished_at is null and rolled_back_at is null`
    if (row?.pending === 0) return new Response('ready\n', { headers })
    return new Response('migrations pending\n', { status: 503, headers })
  } catch (error) {
    log.warn({ error }, 'not ready')
    return new Response('database away\n', { status: 503, headers })
  }
}
