/**
 * An exchange the whole way, with everybody who has a hand in it, over a year and a half: the server is started again on each day on
 * which something is to be done.
 */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import { buildPolicySetting } from '#test/factories/exchange.ts'
import {
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { accountsOf, datedWorld, main, pathOf, send } from './dated-world.ts'
import { checkPage, settled, test, visit } from './harness.ts'

const TEACHER = '王晓红'
const HOST = '梁水镇中心小学'

/** A town school with a teacher to send, a village school, their county and city, and an account for each hand. */
async function buildWorld(db: Db): Promise<void> {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id, name: '东昌府区' })
  const home = await buildSchool(db, { parentId: county.id, name: '实验小学', placeType: '111' })
  const host = await buildSchool(db, { parentId: county.id, name: HOST, placeType: '220' })
  const appointment = { workOrgId: home.id, stage: 'primary', subject: 'mathematics' }
  const person = await buildPerson(db, { name: TEACHER, appointment })
  await buildTitle(db, { personId: person.id })
  for (let at = 0; at < 4; at++) await buildPerson(db, { appointment })
  await buildPolicySetting(db, { organisationId: county.id, key: 'exchange.share_lost', value: 0.4 })
  const account = accountsOf(db)
  await account('county-registrar', county.id, 'registrar')
  await account('county-leader', county.id, 'leader')
  await account('city-leader', city.id, 'leader')
  await account('home-leader', home.id, 'leader')
  await account('host-office', host.id, 'school_office')
  await account('way-teacher', home.id, undefined, person.id)
}

const { on, visitorsOf, hasDefect } = datedWorld('way', buildWorld)

/** Opens the first thing that waits for somebody and approves it. */
async function approve(page: Page): Promise<void> {
  await visit(page, '/approvals')
  await main(page).locator('tbody th a').first().click()
  await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
  await settled(page)
  await checkPage(page)
  expect(await main(page).textContent()).toContain(HOST)
  await send(page, '提交决定')
}

test('from the need to the return', { timeout: 600_000 }, async ({ open }) => {
  const visitor = visitorsOf(open)

  await on('2027-03-01')
  let bureau = await visitor('county-registrar')
  await visit(bureau, '/exchange/rounds/new')
  await send(bureau, '开启')
  await bureau.waitForURL(/\/exchange\/rounds\/[0-9a-f-]{36}$/)
  const round = pathOf(bureau)
  let host = await visitor('host-office')
  await visit(host, `${round}/needs/new`)
  await host.locator('[name=stage]').selectOption('primary')
  await host.locator('[name=subject]').selectOption('mathematics')
  await send(host, '填报')
  await host.waitForURL(new RegExp(`${round}$`))
  await visit(bureau, `${round}/act/sign_off`)
  await send(bureau, '审定并锁定需求')
  await bureau.waitForURL(new RegExp(`${round}$`))

  let teacher = await visitor('way-teacher', 'phone')
  await visit(teacher, '/me/round')
  await teacher.locator('[name=first]').selectOption({ index: 1 })
  await send(teacher, '提交报名')
  await main(teacher)
    .getByText(/暂计 \d+ 分/)
    .waitFor()

  await on('2027-04-20')
  bureau = await visitor('county-registrar')
  await visit(bureau, `${round}/act/close_contests`)
  await send(bureau, '结束异议，开始编排')
  await visit(bureau, `${round}/plans`)
  await send(bureau, '编排新方案')
  await main(bureau).getByText('已证明最优').first().waitFor({ timeout: 60_000 })
  await checkPage(bureau)
  await send(bureau, '提交审批')
  await main(bureau).getByRole('link', { name: '审批进度' }).waitFor()
  await checkPage(bureau)

  await approve(await visitor('home-leader'))
  await approve(await visitor('county-leader', 'phone'))
  const city = await visitor('city-leader')
  await approve(city)

  const reader = await visitor(undefined, 'phone')
  await visit(reader, '/notices')
  await main(reader).locator('tbody th a').first().click()
  await reader.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  await settled(reader)
  await checkPage(reader)
  const shown = (await main(reader).textContent()) ?? ''
  expect(shown).toContain(TEACHER)
  expect(shown).not.toMatch(/T\d{9}/)
  await reader.locator('[name=text]').fill('<script>alert(1)</script> 其教龄不足六年。')
  await reader.locator('[name=contact]').fill('某家长 13800000000')
  await send(reader, '提交异议')
  await main(reader).getByText('已收到您的异议').first().waitFor()

  const caseLink = city.url()
  await city.goto(caseLink)
  await settled(city)
  await main(city).getByRole('link', { name: '答复' }).click()
  await city.waitForURL(/objections/)
  await settled(city)
  await city.locator('[name=outcome][value=dismissed]').check()
  await city.locator('[name=answer]').fill('经核实，任教年限符合要求。')
  await send(city, '提交答复')

  await on('2027-05-20')
  bureau = await visitor('county-registrar')
  await visit(bureau, '/exchange/postings')
  await main(bureau).locator('tbody').getByText('待到岗').waitFor()
  await main(bureau).locator('tbody th a').first().click()
  await bureau.waitForURL(/\/postings\/[0-9a-f-]{36}$/)
  await settled(bureau)
  await checkPage(bureau)
  const posting = pathOf(bureau)
  await main(bureau).getByRole('link', { name: '人事档案' }).click()
  await bureau.waitForURL(/\/staff\//)
  await main(bureau).getByText(`到${HOST}交流任职`).waitFor()

  await on('2027-09-02')
  host = await visitor('host-office', 'phone')
  await visit(host, '/')
  await main(host)
    .getByRole('link', { name: /待确认到岗/ })
    .click()
  await host.waitForURL(new RegExp(`${posting}$`))
  await visit(host, `${posting}/host/arrive`)
  await send(host, '确认到岗')
  teacher = await visitor('way-teacher', 'phone')
  await visit(teacher, '/me/posting')
  await teacher.locator('[name=text]').fill('任三年级数学，兼教研组长。')
  await send(teacher, '保存记录')
  await main(teacher).getByText('兼教研组长').waitFor()
  await checkPage(teacher)

  await on('2028-08-20')
  host = await visitor('host-office')
  await visit(host, `${posting}/host/assess`)
  await host.locator('[name=kind][value=final]').check()
  await host.locator('[name=grade][value=excellent]').check()
  await host.locator('[name=text]').fill('带动了全镇的数学教研。')
  await send(host, '考核')
  await main(host).getByText('期满考核 · 优秀').waitFor()
  await checkPage(host)

  await on('2028-09-01')
  bureau = await visitor('county-registrar')
  await visit(bureau, '/exchange/postings?state=over')
  await main(bureau).locator('tbody').getByText('优秀').waitFor()
  await visit(bureau, posting)
  await main(bureau).getByRole('link', { name: '人事档案' }).click()
  await bureau.waitForURL(/\/staff\//)
  await main(bureau).getByText(`从${HOST}交流返回`).waitFor()
  expect(hasDefect()).toBe(false)
})
