/** A round from the county's desk to the teacher's phone: opened, filled, signed off; a teacher ranks posts and sees their points. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { checkPage, settled, test, viewportNames, visit } from './harness.ts'

const main = (page: Page) => page.locator('main')

describe.each(viewportNames)('on a %s', (viewport) => {
  test('a county reads its round, the volunteers and the subjects', async ({ open }) => {
    const page = await open(viewport, { as: 'dongchangfu-registrar' })
    await visit(page, '/exchange/rounds')
    await main(page).locator('tbody th a').first().click()
    await page.waitForURL(/\/exchange\/rounds\/[0-9a-f-]{36}$/)
    await settled(page)
    await checkPage(page)
    const round = new URL(page.url()).pathname
    await visit(page, `${round}/subjects`)
    await visit(page, `${round}/volunteers`)
    await main(page).locator('tbody th a').first().click()
    await page.waitForURL(/volunteers\/[0-9a-f-]{36}$/)
    await settled(page)
    await checkPage(page)
    await visit(page, `${round}/plans`)
    await visit(page, `${round}/plans/compare`)
    await visit(page, '/exchange/postings')
    await visit(page, '/exchange/statistics')
    await visit(page, `${round}/windows`)
    await visit(page, '/exchange/rounds/new')
  })
})

test('the next year’s round: opened, a post offered by a school, signed off; the late school is told', async ({
  open,
}) => {
  const bureau = await open('desktop', { as: 'dongchangfu-registrar' })
  await visit(bureau, '/exchange/rounds/new')
  const year = bureau.locator('[name=schoolYear]')
  await year.selectOption({ index: (await year.locator('option').count()) - 1 })
  await main(bureau).getByRole('button', { name: '开启' }).click()
  await bureau.waitForURL(/\/exchange\/rounds\/[0-9a-f-]{36}$/)
  await settled(bureau)
  const round = new URL(bureau.url()).pathname

  const school = await open('desktop', { as: 'school-office' })
  await visit(school, `${round}/needs/new`)
  await school.locator('[name=stage]').selectOption('primary')
  await school.locator('[name=subject]').selectOption('music')
  await school.locator('[name=places]').fill('0')
  await main(school).getByRole('button', { name: '填报' }).click()
  await main(school).locator('a[href="#places"]').waitFor()
  await checkPage(school)
  await school.locator('[name=places]').fill('2')
  await main(school).getByRole('button', { name: '填报' }).click()
  await school.waitForURL(new RegExp(`${round}$`))
  await main(school).locator('tbody th a').first().click()
  await school.waitForURL(/needs\/[0-9a-f-]{36}$/)
  await settled(school)
  await checkPage(school)

  await visit(bureau, round)
  await main(bureau).getByRole('link', { name: '审定并锁定需求' }).click()
  await main(bureau).getByRole('button', { name: '审定并锁定需求' }).click()
  await bureau.waitForURL(new RegExp(`${round}$`))
  await main(bureau).getByText('教师报名').first().waitFor()

  await main(school).getByRole('button', { name: '保存修改' }).click()
  await main(school).getByText('县局已审定锁定').first().waitFor()
})

test('a teacher ranks posts on the phone, sees points and service, changes and withdraws', async ({
  open,
}) => {
  const page = await open('phone', { as: 'teacher' })
  await visit(page, '/me/exchange')
  await main(page).getByRole('link', { name: '交流报名' }).click()
  await page.waitForURL(/\/me\/round$/)
  await settled(page)
  await checkPage(page)
  expect(await main(page).textContent()).toMatch(/高级职称乡村任教经历/)
  const send = main(page).getByRole('button', { name: '提交报名' })
  await send.click()
  await main(page).locator('a[href="#first"]').waitFor()
  await checkPage(page)
  await page.locator('[name=first]').selectOption({ index: 1 })
  await page.locator('[name=second]').selectOption({ index: 1 })
  await send.click()
  await main(page).getByText('同一个岗位只能填一次').first().waitFor()
  await page.locator('[name=second]').selectOption({ index: 0 })
  await main(page).getByLabel('子女未满 6 周岁').check()
  await send.click()
  await main(page)
    .getByText(/暂计 \d+ 分/)
    .waitFor()
  await settled(page)
  await checkPage(page)

  const school = await open('desktop', { as: 'school-office' })
  await visit(school, '/')
  await main(school)
    .getByRole('link', { name: /家庭因素待核实/ })
    .click()
  await school.waitForURL(/volunteers\/[0-9a-f-]{36}$/)
  await settled(school)
  await main(school).getByLabel('子女未满 6 周岁').check()
  await main(school).getByRole('button', { name: '保存核实结果' }).click()
  await school.waitForLoadState('networkidle')
  await checkPage(school)

  await page.reload()
  await settled(page)
  await main(page).getByRole('button', { name: '撤回报名' }).click()
  await main(page).getByRole('button', { name: '提交报名' }).waitFor()
})
