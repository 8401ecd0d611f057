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
  await visit(page, '/me/round')
  const text = (await main(page).textContent()) ?? ''
  expect(text).toMatch(/前可以报名/)
})
