/**
 * Case: what pages and /readyz of an embedded database answer while 60,000 new people are committed: the slowest page, whether it is
 * the page or says that data is being written, and how many were the one and the other.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { useDatabase } from '#app/platform/database/client.server.ts'
import { buildSchool } from '#test/factories/registry.ts'
import { startApp } from '#test/harness/app-server.ts'
import { checked, csv, uploadOf } from '../integration/imports/steps.ts'
import { embeddedPlace } from './place.ts'
import { type Finding, say } from './report.ts'
import { makeStaff } from './staff.ts'
import { signIn } from './staff-home.ts'

const STAFF = 1_000
const ROWS = 60_000
const mapping = { name: '姓名', sourceKey: '人员编码', orgName: '学校' }

type Asked = { ms: number; status: number }

export async function heldCase(): Promise<Finding> {
  const place = embeddedPlace()
  const home = await place.home('held')
  const opened = await home.open()
  useDatabase(opened)
  await makeStaff(opened, STAFF)
  // Its people were numbered without the sequence.
  await opened.executeSql("select setval('staff_number_seq', 50000000)")
  const { actor, cookie } = await signIn(opened)
  const root = await opened.db.organisation.findFirstOrThrow({ where: { parentId: null } })
  await buildSchool(opened.db, { parentId: root.id, name: '大学校' })
  const rows = Array.from({ length: ROWS }, (_, at) => [
    `张${'甲乙丙丁戊己庚辛'[at % 8]}`,
    `K${at}`,
    '大学校',
  ])
  const batch = await checked(opened.db, actor, uploadOf(csv(Object.values(mapping), rows), root.id), {
    mapping,
  })
  if (batch.counts.new !== ROWS) throw new Error(`counts ${JSON.stringify(batch.counts)}`)
  await opened.close()
  const app = await startApp(home.env)
  try {
    const ask = (path: string) => timed(`${app.origin}${path}`, cookie)
    await commit(app.origin, batch.id, cookie)
    const began = performance.now()
    const [pages, readies]: [Asked[], Asked[]] = [[], []]
    for (;;) {
      pages.push(await ask('/staff'))
      readies.push(await ask('/readyz'))
      if (await isOver(app.origin, batch.id, cookie)) break
    }
    const seconds = (performance.now() - began) / 1000
    const slowest = Math.max(...pages.map(({ ms }) => ms))
    const whole = pages.filter(({ status }) => status === 200).length
    const slowestReady = Math.max(...readies.map(({ ms }) => ms))
    say(
      `held for ${seconds.toFixed(0)} s: slowest page ${slowest.toFixed(0)} ms, /readyz ${slowestReady.toFixed(0)} ms`,
    )
    return {
      case: `slowest answer of an embedded database while ${ROWS} people are committed`,
      figure: `${(slowest / 1000).toFixed(2)} s`,
      beside: `/readyz ${(slowestReady / 1000).toFixed(2)} s, ${whole} of ${pages.length} pages whole`,
      ...{ value: slowest / 1000, shown: `${(slowest / 1000).toFixed(2)} s`, bound: { atMost: 2 } },
      details: { seconds, pages, readies },
    }
  } finally {
    await app.stop()
    await place.close()
  }
}

async function timed(url: string, cookie: string): Promise<Asked> {
  const began = performance.now()
  const answer = await fetch(url, { headers: { Cookie: cookie, Accept: 'text/html' } })
  await answer.text()
  return { ms: performance.now() - began, status: answer.status }
}

/** As the page's button does it. */
async function commit(origin: string, batchId: string, cookie: string): Promise<void> {
  const address = `${origin}/imports/${batchId}/commit`
  const page = await (await fetch(address, { headers: { Cookie: cookie, Accept: 'text/html' } })).text()
  const formKey = /name="formKey"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ formKey }),
  })
  if (answer.status !== 302) throw new Error(`the commit answered ${answer.status}`)
}

async function isOver(origin: string, batchId: string, cookie: string): Promise<boolean> {
  await wait(50)
  const answer = await fetch(`${origin}/imports/${batchId}/result`, {
    headers: { Cookie: cookie, Accept: 'text/html', 'Accept-Language': 'zh-CN' },
  })
  const text = await answer.text()
  if (text.includes('没有做完')) throw new Error('the commit was not finished')
  return answer.status === 200 && text.includes('查看教职工')
}
