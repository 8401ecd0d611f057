/** A studio from the call to the day it stands, with everybody who has a hand in it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import {
  buildCounty,
  buildHonour,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildTitle,
} from '#test/factories/registry.ts'
import { accountsOf, datedWorld, main, pathOf, send } from './dated-world.ts'
import { checkPage, settled, test, visit } from './harness.ts'

const TEACHER = '王晓红'
const SCHOOL = '梁水镇中心小学'
const STUDIO = '小学语文读写工作室'

async function buildWorld(db: Db): Promise<void> {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id, name: '东昌府区' })
  const school = await buildSchool(db, { parentId: county.id, name: SCHOOL, stages: ['primary'] })
  const other = await buildSchool(db, { parentId: county.id, name: '实验小学' })
  const appointment = { workOrgId: school.id, staffCategory: 'full_time_teacher' }
  const person = await buildPerson(db, { name: TEACHER, appointment })
  await buildTitle(db, { personId: person.id, titleLevel: 'senior' })
  await buildHonour(db, { personId: person.id, honour: 'master_teacher_city' })
  const colleague = await buildPerson(db, { appointment })
  const account = accountsOf(db)
  await account('city-registrar', city.id, 'registrar')
  await account('city-leader', city.id, 'leader')
  await account('home-leader', school.id, 'leader')
  await account('master', school.id, undefined, person.id)
  await account('colleague', school.id, undefined, colleague.id)
  for (const username of ['expert-a', 'expert-b', 'expert-c']) await account(username, other.id)
}

const { on, visitorsOf, hasDefect } = datedWorld('studio', buildWorld)

/** Opens the first thing that waits for somebody and approves it. */
async function approve(page: Page): Promise<void> {
  await visit(page, '/approvals')
  await main(page).locator('tbody th a').first().click()
  await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
  await settled(page)
  await checkPage(page)
  await send(page, '提交决定')
}

/** Judges the only application that an expert has. */
async function judge(page: Page, points: string): Promise<void> {
  await visit(page, '/')
  await main(page)
    .getByRole('link', { name: /工作室申报待评审/ })
    .click()
  await page.waitForURL(/\/me\/reviews$/)
  await main(page).getByRole('link', { name: '1 号' }).click()
  await page.waitForURL(/application=/)
  await settled(page)
  await checkPage(page)
  const shown = (await page.locator('body').textContent()) ?? ''
  expect(shown).toContain('三年')
  expect(shown).not.toMatch(new RegExp(`${TEACHER}|${SCHOOL}`))
  await page.locator('[name=points]').fill('101')
  await send(page, '保存评分')
  await main(page).getByText('请填 0 至 100，最多两位小数').first().waitFor()
  await page.locator('[name=points]').fill(points)
  await send(page, '保存评分')
  await main(page).getByText(`${points} 分`).waitFor()
}

test('from the call to the studio', { timeout: 600_000 }, async ({ open }) => {
  const visitor = visitorsOf(open)

  await on('2027-03-01')
  let bureau = await visitor('city-registrar')
  await visit(bureau, '/studios/calls/new')
  await bureau.locator('[name=title]').fill('第三届名师工作室')
  await bureau.locator('[name=documentNo]').fill('聊教函 3 号')
  await bureau.locator('[name=closesOn]').fill('2027-02-01')
  await bureau.locator('[name=orgId]').selectOption({ index: 1 })
  await checkPage(bureau)
  await send(bureau, '发布')
  await main(bureau).getByText('截止日不能早于开始日').first().waitFor()
  await bureau.locator('[name=closesOn]').fill('2027-03-20')
  await bureau.locator('[name=termFrom]').fill('2027-09-01')
  await send(bureau, '发布')
  await bureau.waitForURL(/\/studios\/calls\/[0-9a-f-]{36}$/)
  const call = pathOf(bureau)
  await checkPage(bureau)

  const teacher = await visitor('master', 'phone')
  await visit(teacher, '/')
  await main(teacher)
    .getByRole('link', { name: /工作室征集可以申报/ })
    .click()
  await teacher.waitForURL(/\/me\/studios\/calls\//)
  await settled(teacher)
  await teacher.locator('[name=stage]').selectOption('primary')
  await teacher.locator('[name=subject]').selectOption('chinese')
  await teacher.locator('[name=name]').fill(STUDIO)
  await teacher.locator('[name=plan]').fill(`<b>${TEACHER}</b> 在${SCHOOL}带队，三年送教十二次。`)
  await checkPage(teacher)
  await send(teacher, '提交申报')
  await main(teacher).getByText('已提交', { exact: true }).waitFor()
  const novice = await visitor('colleague', 'phone')
  await visit(novice, pathOf(teacher))
  await main(novice).getByText('目前不符合主持人条件').first().waitFor()
  await checkPage(novice)

  await on('2027-03-21')
  bureau = await visitor('city-registrar')
  await visit(bureau, `${call}/experts`)
  await bureau.locator('[name=names]').fill('expert-a\nexpert-b')
  await send(bureau, '开始评审')
  await main(bureau).getByText('至少需要 3 位专家').first().waitFor()
  await bureau.locator('[name=names]').fill('expert-a\nexpert-b\nexpert-c\ncolleague')
  await send(bureau, '开始评审')
  await bureau.waitForURL(new RegExp(`${call}$`))
  const tied = await visitor('colleague')
  await visit(tied, '/me/reviews')
  await main(tied).getByText('本校申报，回避').waitFor()
  expect(await main(tied).locator('tbody a').count()).toBe(0)
  await judge(await visitor('expert-a'), '90.50')
  await judge(await visitor('expert-b', 'phone'), '88.00')
  await judge(await visitor('expert-c'), '95.00')

  await visit(bureau, call)
  await main(bureau).getByText('91.17').waitFor()
  await checkPage(bureau)
  await main(bureau).locator('tbody th a').first().click()
  await bureau.waitForURL(/\/applications\//)
  await settled(bureau)
  await main(bureau).getByText(`<b>${TEACHER}</b>`).waitFor()
  await checkPage(bureau)
  await visit(bureau, `${call}/propose`)
  await send(bureau, '核对名单')
  await checkPage(bureau)
  await bureau.locator('button[value=commit]').click()
  await bureau.waitForURL(new RegExp(`${call}$`))

  await approve(await visitor('home-leader'))
  await approve(await visitor('city-leader', 'phone'))
  const reader = await visitor(undefined, 'phone')
  await visit(reader, '/notices')
  await main(reader).locator('tbody th a').first().click()
  await reader.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  await settled(reader)
  await main(reader).getByText(STUDIO).waitFor()

  await on('2027-09-02')
  bureau = await visitor('city-registrar')
  await visit(bureau, '/studios')
  await main(bureau).locator('tbody').getByText('在届').waitFor()
  await checkPage(bureau)
  await main(bureau).locator('tbody th a').first().click()
  await bureau.waitForURL(/\/studios\/[0-9a-f-]{36}$/)
  await settled(bureau)
  await main(bureau).getByText('2030年8月31日').waitFor()
  await checkPage(bureau)
  const leader = await visitor('master', 'phone')
  await visit(leader, '/me/studios')
  await main(leader).getByText('主持人').first().waitFor()
  await checkPage(leader)
  expect(hasDefect()).toBe(false)
})
