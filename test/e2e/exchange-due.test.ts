/** Who is due: the lists, one decision with its grounds, and a setting whose effect is shown before it is saved. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { checkPage, settled, test, viewportNames, visit } from './harness.ts'

const registrar = 'dongchangfu-registrar'
const main = (page: Page) => page.locator('main')

describe.each(viewportNames)('on a %s', (viewport) => {
  test('the due list leads to a decision, the parts to exemptions and targets', async ({ open }) => {
    const page = await open(viewport, { as: registrar })
    await visit(page, '/exchange/due')
    await main(page).locator('tbody th a').first().click()
    await page.waitForURL(/\/exchange\/due\/[0-9a-f-]{36}/)
    await settled(page)
    await checkPage(page)
    await visit(page, '/exchange/exemptions')
    await visit(page, '/exchange/exemptions/new')
    await visit(page, '/exchange/targets')
  })

  test('a teacher reads the own decision', async ({ open }) => {
    const page = await open(viewport, { as: 'teacher' })
    await visit(page, '/me/exchange')
  })

  test('a setting shows whom it brings in, keeps what was typed, and is saved with its document', async ({
    open,
  }) => {
    const page = await open(viewport, { as: registrar })
    await visit(page, '/policy')
    await main(page).getByRole('link', { name: '普通教师在同一学校任教多少年应交流' }).click()
    await page.waitForURL(/exchange\.years_at_school$/)
    await checkPage(page)

    const [year, value] = viewport === 'phone' ? ['2029', '3'] : ['2028', '4']
    const check = main(page).getByRole('button', { name: '看看影响' })
    await page.locator('[name=value]').fill('99')
    await page.locator('[name=validFrom]').fill(`${year}-09-01`)
    await page.locator('[name=source]').fill('东昌教体发〔2026〕12号')
    await check.click()
    await main(page).locator('a[href="#value"]').waitFor()
    expect(await page.locator('[name=source]').inputValue()).toBe('东昌教体发〔2026〕12号')
    await checkPage(page)

    await page.locator('[name=value]').fill(value)
    await check.click()
    await main(page).getByRole('heading', { name: '请核对' }).waitFor()
    await checkPage(page)
    expect(await main(page).textContent()).toContain(`→ ${value} 年`)

    await main(page).getByRole('button', { name: '返回修改' }).click()
    await page.locator('[name=value]').waitFor()
    expect(await page.locator('[name=value]').inputValue()).toBe(value)
    await check.click()
    await main(page).getByRole('button', { name: '保存' }).click()
    await main(page).locator('#history tbody').getByText(`${value} 年`).first().waitFor()
    await checkPage(page)
  })
})
