/** Case: a signed-in page while the same server solves a plan of 2,000 volunteers and 300 posts, beside the page of an idle one. */
import { PLAN_JOB, requestPlan } from '#app/modules/exchange/plans/plans.commands.server.ts'
import type { Database } from '#app/platform/database/client.server.ts'
import { startApp } from '#test/harness/app-server.ts'
import { largestCounty, madeRound } from './made-round.ts'
import { latencies, median, type Page, quantile, together } from './measure.ts'
import type { Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'
import { makeStaff } from './staff.ts'
import { signIn } from './staff-home.ts'

const STAFF = 60_000
const PATHS = ['/exchange/rounds', '/staff', '/']
const SCHOOL_YEAR = 2027
const IDLE_ROUNDS = 60

export async function meanwhileCase(place: Place): Promise<Finding> {
  // Made anew: a run that was cut short leaves its round.
  await place.drop('meanwhile')
  const home = await place.home('meanwhile')
  const opened = await home.open()
  await makeStaff(opened, STAFF)
  const { actor, cookie } = await signIn(opened)
  const county = await largestCounty(opened)
  const roundId = await madeRound(opened, county, SCHOOL_YEAR)
  await place.settle()
  const app = await startApp(home.env)
  const pages = PATHS.map((path) => ({ origin: app.origin, path, headers: { Cookie: cookie } }))
  try {
    const idle = together((await latencies({ pages }, IDLE_ROUNDS)).pages)
    const asked = await requestPlan(opened.db, actor, { roundId })
    if (!asked.ok) throw new Error(`no plan: ${asked.reason}`)
    // This process has no queue: the server's own takes the job from its table.
    await opened.executeSql(
      `insert into pgboss.job (name, data) values ('${PLAN_JOB}', '{"planId":"${asked.id}"}')`,
    )
    const busy = await whileSolved(opened, asked.id, pages)
    const [a, b] = [median(busy), median(idle)]
    say(`meanwhile: ${a.toFixed(1)} ms of ${busy.length} pages, idle ${b.toFixed(1)} ms`)
    return {
      case: 'signed-in pages while a plan is solved; beside idle',
      figure: `p50 ${a.toFixed(1)} p95 ${quantile(busy, 0.95).toFixed(1)} ms`,
      beside: `p50 ${b.toFixed(1)} p95 ${quantile(idle, 0.95).toFixed(1)} ms`,
      ...ratio(a / b),
      bound: { atMost: 3 },
      details: { pages: busy.length },
    }
  } finally {
    await app.stop()
    await opened.close()
    await place.drop('meanwhile')
  }
}

/** What the pages take from the moment the server begins to solve until it has. */
async function whileSolved({ db }: Database, id: string, pages: readonly Page[]): Promise<number[]> {
  const stateOf = async () => (await db.exchangePlan.findUniqueOrThrow({ where: { id } })).state
  while ((await stateOf()) === 'queued') await new Promise((resolve) => setTimeout(resolve, 50))
  const times: number[] = []
  while ((await stateOf()) === 'solving') times.push(...together((await latencies({ pages }, 1)).pages))
  const state = await stateOf()
  if (state !== 'solved') throw new Error(`the plan is ${state}`)
  if (times.length < 20) throw new Error(`solved before ${times.length} pages came`)
  return times
}
