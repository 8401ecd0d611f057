/**
 * Several processes behind one port, on a PostgreSQL server: sessions, sign-in counters and jobs are in the database, so that
 * each process answers as any other. One that dies is replaced; all end together.
 */
import cluster, { type Worker } from 'node:cluster'
import { log } from '#app/platform/log.server.ts'

/** A process that ends sooner than this did not come up: another would fare no better. */
const LEAST_LIFE_MS = 5_000

/** Whether this process only looks after others. */
export function isPrimary(workers: number): boolean {
  return workers > 1 && cluster.isPrimary
}

/** Starts so many processes and keeps as many; a signal to end goes to all, and the last one takes this process along. */
export function superviseWorkers(count: number): void {
  let stopping = false
  let code = 0
  const end = (signal: NodeJS.Signals) => {
    stopping = true
    for (const worker of living()) worker.process.kill(signal)
  }
  const begin = () => {
    const began = performance.now()
    cluster.fork().once('exit', (ended: number | null, signal: string | null) => {
      const cameUp = performance.now() - began > LEAST_LIFE_MS
      if (!stopping && cameUp) {
        log.error({ code: ended, signal }, 'worker ended, another begins')
        return begin()
      }
      code ||= ended ?? 1
      if (!stopping) end('SIGTERM')
      if (living().length === 0) process.exit(code)
    })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal))
  for (let at = 0; at < count; at++) begin()
}

function living(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker?.isDead() === false) as Worker[]
}
