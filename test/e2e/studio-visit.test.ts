/** A lesson at a village school: scheduled by keyboard against a clash, countered, held, confirmed; and who was there says what they make of it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import { buildCounty, buildPerson, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { buildStudio } from '#test/factories/studios.ts'
import { accountsOf, datedWorld, main, pathOf, send } from './dated-world.ts'
import { checkPage, settled, test, visit } from './harness.ts'

const HOST = '梁水镇中心小学'
const TITLE = '送教下乡：单元整体教学'
let studioPath = ''

async function buildWorld(db: Db): Promise<void> {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id, name: '东昌府区' })
  const home = await buildSchool(db, { parentId: county.id, name: '实验小学', stages: ['primary'] })
  const host = await buildSchool(db, {
    parentId: county.id,
    name: HOST,
    stages: ['primary'],
    placeType: '220',
  })
  const appointment = { stage: 'primary', subject: 'chinese', staffCategory: 'full_time_teacher' }
  const leader = await buildPerson(db, {
    name: '王晓红',
    appointment: { ...appointment, workOrgId: home.id },
  })
  const teacher = await buildPerson(db, { name: '李静', appointment: { ...appointment, workOrgId: host.id } })
  const term = { validFrom: '2026-09-01', validTo: '2029-09-01' }
  const studio = await buildStudio(db, { orgId: city.id, schoolId: home.id, leaderId: leader.id, ...term })
  studioPath = `/me/studios/${studio.id}`
  const account = accountsOf(db)
  await account('leader', home.id, undefined, leader.id)
  await account('home-office', home.id, 'school_office')
  await account('host-office', host.id, 'school_office')
  await account('host-teacher', host.id, undefined, teacher.id)
}

const { on, visitorsOf, hasDefect } = datedWorld('visit', buildWorld)

/** Goes on with the tab key until the named field has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let at = 0; at < 120; at++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('name') ?? one?.textContent?.trim() ?? ''
    })
    if (found === name) return
  }
  throw new Error(`no field ${name} by the tab key`)
}

/** Schedules with the keyboard alone, from the calendar on; the day comes from its cell. */
async function scheduleByKeyboard(page: Page, title: string, day: string): Promise<void> {
  await visit(page, `${studioPath}/activities/new?day=${day}`)
  await tabTo(page, 'title')
  await page.keyboard.type(title)
  await tabTo(page, 'hostId')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(HOST)
  await tabTo(page, 'room')
  await page.keyboard.type('录播室')
  await tabTo(page, '核对')
  await page.keyboard.press('Enter')
  await page.waitForLoadState()
  await settled(page)
}

/** What stands on the page, not in a folded sheet of reasons. */
const shown = (page: Page, text: string) =>
  main(page).getByText(text, { exact: true }).locator('visible=true')

test('from the date to what teachers make of it', { timeout: 600_000 }, async ({ open }) => {
  const visitor = visitorsOf(open)

  await on('2027-03-08')
  let leader = await visitor('leader')
  await visit(leader, `${studioPath}?day=2027-03-01`)
  await checkPage(leader)
  await scheduleByKeyboard(leader, TITLE, '2027-03-17')
  await main(leader).getByText('学校会收到约请').waitFor()
  await checkPage(leader)
  await tabTo(leader, 'intent')
  await leader.keyboard.press('Enter')
  await leader.waitForURL(/\?day=2027-03-17$/)
  await settled(leader)
  await main(leader).getByText(TITLE).waitFor()

  await scheduleByKeyboard(leader, '同一时间的另一节', '2027-03-17')
  await main(leader).getByText(`王晓红已有“${TITLE}”`).first().waitFor()
  await leader.locator('button[value=commit]').click()
  await main(leader).getByText('人员或场地在这段时间已有安排').first().waitFor()

  let host = await visitor('host-office', 'phone')
  await visit(host, '/')
  await main(host)
    .getByRole('link', { name: /到校活动待答复/ })
    .click()
  await host.waitForURL(/\/studios\/visits\//)
  await settled(host)
  await checkPage(host)
  const visitPath = pathOf(host)
  await host.locator('[name=answer][value=countered]').check()
  await host.locator('[name=day]').fill('2027-03-18')
  await host.locator('#to').fill('13:00')
  await send(host, '答复工作室')
  await main(host).getByText('结束时间须晚于开始时间').first().waitFor()
  await host.locator('#to').fill('16:00')
  await host.locator('[name=note]').fill('17 日有考试 <script>alert(1)</script>')
  await send(host, '答复工作室')
  await main(host).getByText('学校建议改为 2027年3月18日 14:00–16:00').waitFor()

  await visit(leader, '/')
  await main(leader)
    .getByRole('link', { name: /学校建议的时间待定/ })
    .click()
  await leader.waitForURL(/\/activities\//)
  await settled(leader)
  await main(leader).getByText('17 日有考试 <script>alert(1)</script>').first().waitFor()
  await checkPage(leader)
  const activity = pathOf(leader)
  await send(leader, '采用这个时间')
  await main(leader).getByText('已确定', { exact: true }).waitFor()
  await visit(leader, `${studioPath}?day=2027-03-18&view=week`)
  await main(leader).getByText('14:00').first().waitFor()

  await on('2027-03-19')
  leader = await visitor('leader', 'phone')
  await visit(leader, `${activity}/held`)
  await checkPage(leader)
  await send(leader, '已开展')
  await main(leader).getByText('待学校确认').first().waitFor()
  host = await visitor('host-office', 'phone')
  await visit(host, visitPath)
  await checkPage(host)
  await host.locator('[name=happened][value=yes]').check()
  await send(host, '确认')
  await shown(host, '暂不计入送教次数').waitFor()

  const teacher = await visitor('host-teacher', 'phone')
  await visit(teacher, '/me/notifications')
  await main(teacher)
    .getByRole('link', { name: /您用到课堂了吗/ })
    .click()
  await teacher.waitForURL(/\/uses\//)
  const stranger = await visitor(undefined, 'phone')
  await visit(stranger, pathOf(teacher))
  await checkPage(stranger)
  await send(stranger, '提交')
  await main(stranger).locator('[role=alert], #form').first().waitFor()
  await stranger.locator('[name=use][value=adapted]').check()
  await send(stranger, '提交')
  await main(stranger).getByText('谢谢，已收到').waitFor()

  await visit(host, visitPath)
  await shown(host, '计入送教次数').waitFor()
  await main(host).getByText('改造后用了').waitFor()
  await checkPage(host)
  await visit(leader, '/me/hours')
  await main(leader).getByText(TITLE).first().waitFor()
  await visit(teacher, '/me/hours')
  await main(teacher).getByText(TITLE).first().waitFor()
  expect(hasDefect()).toBe(false)
})
