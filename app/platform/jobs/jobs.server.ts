/** Background work on pg-boss, in our own database: a job is enqueued in the transaction that asks for it. */
import PgBoss from 'pg-boss'
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { log } from '#app/platform/log.server.ts'

type Handler = (data: Record<string, string>) => Promise<void>

const POLLING_SECONDS = 0.5
const LONGEST_JOB_SECONDS = 3600
const STOP_MS = 10_000

// The server bundle and the process that hosts it are two module graphs: what runs lives beside both.
type Room = {
  boss?: PgBoss
  handlers: Map<string, Handler>
  sweeps: Map<string, () => Promise<void>>
  timer?: NodeJS.Timeout
}
const holder = globalThis as typeof globalThis & { shiziJobs?: Room }

function room(): Room {
  holder.shiziJobs ??= { handlers: new Map(), sweeps: new Map() }
  return holder.shiziJobs
}

/** Says who works on jobs of this name; before `startJobs`. Jobs of one name run one after another in a process. */
export function work(name: string, handler: Handler): void {
  room().handlers.set(name, handler)
}

/** Something to look after once at start and every `SWEEP_MS`; before `startJobs`. */
export function sweep(name: string, act: () => Promise<void>): void {
  room().sweeps.set(name, act)
}

const SWEEP_MS = 30_000

/** Creates pg-boss's tables where they are missing, and starts the workers. Answers the stop, which waits for jobs. */
export async function startJobs(database: Database): Promise<() => Promise<void>> {
  const { handlers, sweeps } = room()
  const boss = new PgBoss({
    db: { executeSql: (text: string, values: unknown[]) => database.executeSql(text, values) },
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  })
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  for (const [name, handler] of handlers) {
    await boss.createQueue(name, { name, retryLimit: 0, expireInSeconds: LONGEST_JOB_SECONDS })
    await boss.work<Record<string, string>>(
      name,
      { pollingIntervalSeconds: POLLING_SECONDS },
      async (jobs) => {
        for (const job of jobs) await runLogged(name, () => handler(job.data))
      },
    )
  }
  room().boss = boss
  const sweepAll = async () => {
    for (const [name, act] of sweeps) await runLogged(name, act)
  }
  await sweepAll()
  const timer = setInterval(() => void sweepAll(), SWEEP_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    room().boss = undefined
    await boss.stop({ graceful: true, wait: true, timeout: STOP_MS, close: false })
  }
}

async function runLogged(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    log.error({ error, job: name }, 'a job failed')
  }
}

/**
 * Enqueues in the caller's transaction: the job exists exactly if the transaction commits. Where no jobs are started
 * (command line, tests) nothing is enqueued: the caller runs the work itself.
 */
export async function enqueue(tx: Db, name: string, data: Record<string, string>): Promise<void> {
  const { boss } = room()
  if (!boss) return
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: await tx.$queryRaw<[]>(asSql(text, values)),
  })
  await boss.send(name, data, { db: { executeSql } })
}

/** What the jobs of these names that nobody has begun yet were given; on every process's queue, also after a restart. */
export async function waitingJobs(tx: Db, names: readonly string[]): Promise<Record<string, string>[]> {
  const [found] = await tx.$queryRaw<{ is: boolean }[]>`select to_regclass('pgboss.job') is not null as is`
  if (!found?.is) return []
  const jobs = await tx.$queryRaw<{ data: Record<string, string> }[]>`
    select data from pgboss.job where name = any(${[...names]}::text[]) and state in ('created', 'retry')`
  return jobs.map(({ data }) => data)
}

/** pg-boss's own statement with $1, $2 … as a Prisma statement. */
function asSql(text: string, values: readonly unknown[]): Prisma.Sql {
  const parts = text.split(/\$(\d+)/)
  const strings = parts.filter((_, at) => at % 2 === 0)
  const used = parts.filter((_, at) => at % 2 === 1).map((number) => plain(values[Number(number) - 1]))
  return new Prisma.Sql(strings, used)
}

function plain(value: unknown): unknown {
  if (value === undefined) return null
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value
}
