/** Timing that holds on a noisy machine: what is compared takes turns, and the middle value counts. */
import { Agent, request } from 'node:http'
import autocannon from 'autocannon'

/** The middle of the values. Throws for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which that share of the values lies, without interpolation. Throws for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new RangeError('no values')
  return value
}

export type Page = { origin: string; path: string; headers?: Record<string, string> }

/** Milliseconds until the whole answer is here. Throws for anything but 200. */
function timeOf(page: Page, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const sent = request(new URL(page.path, page.origin), { agent, headers: page.headers }, (response) => {
      response.on('error', reject)
      response.on('end', () => {
        const took = performance.now() - began
        if (response.statusCode === 200) resolve(took)
        else reject(new Error(`${page.path} answered ${response.statusCode}`))
      })
      response.resume()
    })
    sent.on('error', reject)
    sent.end()
  })
}

/**
 * Latencies in milliseconds of several groups of pages over one kept connection each, one request at a time. The groups
 * take turns page by page, so that whatever else the machine does falls on all alike.
 */
export async function latencies<Name extends string>(
  groups: Readonly<Record<Name, readonly Page[]>>,
  rounds: number,
): Promise<Record<Name, { path: string; ms: number[] }[]>> {
  const names = Object.keys(groups) as Name[]
  const agents = new Map(names.map((name) => [name, new Agent({ keepAlive: true, maxSockets: 1 })]))
  const found = Object.fromEntries(
    names.map((name) => [name, groups[name].map(({ path }) => ({ path, ms: [] as number[] }))]),
  ) as Record<Name, { path: string; ms: number[] }[]>
  const most = Math.max(...names.map((name) => groups[name].length))
  for (let round = -1; round < rounds; round++) {
    for (let at = 0; at < most; at++) {
      for (const name of names) {
        const which = at % groups[name].length
        const page = groups[name][which]
        const agent = agents.get(name)
        if (!page || !agent) continue
        const ms = await timeOf(page, agent)
        if (round >= 0) found[name][which]?.ms.push(ms)
      }
    }
  }
  for (const agent of agents.values()) agent.destroy()
  return found
}

/** All latencies of a group in one list. */
export function together(group: readonly { ms: readonly number[] }[]): number[] {
  return group.flatMap(({ ms }) => ms)
}

export type Load = { perSecond: number; p50: number; p99: number; bytes: number }

/** Full load on pages of one origin over so many connections. Throws when any answer was not 2xx. */
export async function load(pages: readonly Page[], connections: number, seconds: number): Promise<Load> {
  const [first] = pages
  if (!first) throw new RangeError('no pages')
  const result = await autocannon({
    url: first.origin,
    connections,
    duration: seconds,
    requests: pages.map(({ path, headers }) => ({ method: 'GET', path, headers })),
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${failed} requests of ${first.path} and others failed`)
  const { requests, latency, throughput } = result
  const perSecond = requests.total / result.duration
  return { perSecond, p50: latency.p50, p99: latency.p99, bytes: throughput.total / requests.total }
}

/** Two loads that take turns, after a warm-up of each; the middle run of each counts. */
export async function loadsInTurn(
  a: readonly Page[],
  b: readonly Page[],
  { connections, seconds, rounds }: { connections: number; seconds: number; rounds: number },
): Promise<{ a: Load; b: Load; runs: { a: Load; b: Load }[] }> {
  await load(a, connections, seconds / 2)
  await load(b, connections, seconds / 2)
  const runs: { a: Load; b: Load }[] = []
  for (let round = 0; round < rounds; round++) {
    runs.push({ a: await load(a, connections, seconds), b: await load(b, connections, seconds) })
  }
  return { a: middleOf(runs.map((run) => run.a)), b: middleOf(runs.map((run) => run.b)), runs }
}

function middleOf(loads: readonly Load[]): Load {
  const of = (key: keyof Load) => median(loads.map((one) => one[key]))
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), bytes: of('bytes') }
}
