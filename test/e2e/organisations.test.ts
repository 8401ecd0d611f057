/** Organisations: found, read, kept right; a list of them imported. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { checkPage, settled, test, viewportNames, visit } from './harness.ts'

const main = (page: Page) => page.locator('main')

describe.each(viewportNames)('on a %s', (viewport) => {
  test('a school is found, opened, and its figures are entered', async ({ open }) => {
    const page = await open(viewport, { as: 'dongchangfu-registrar' })
    await visit(page, '/organisations')
    await visit(page, '/organisations?kind=school')
    await main(page)
      .locator('tbody th a')
      .nth(viewport === 'phone' ? 1 : 0)
      .click()
    await page.waitForURL(/\/organisations\/[0-9a-f-]{36}$/)
    await checkPage(page)
    await main(page).getByRole('link', { name: '填报' }).click()
    await page.waitForURL(/\/change\/figures$/)
    await checkPage(page)
    await page.locator('[name="stages.0.classes"]').fill('6')
    await page.locator('[name="stages.0.pupils"]').fill('201')
    await page.locator('[name="stages.0.boarders"]').fill('300')
    await page.getByRole('button', { name: '保存' }).click()
    await main(page).getByText('寄宿生不能多于学生').first().waitFor()
    expect(await page.locator('[name="stages.0.pupils"]').inputValue()).toBe('201')
    await checkPage(page)
    await page.locator('[name="stages.0.boarders"]').fill('30')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/organisations\/[0-9a-f-]{36}$/)
    await main(page).locator('#figures').getByText('201').first().waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForLoadState()
    await settled(page)
    await checkPage(page)
  })
})

describe.each(viewportNames)('the overview on a %s', (viewport) => {
  test('shows its pictures, and says them again as tables', async ({ open }) => {
    const page = await open(viewport, { as: 'school-leader' })
    await visit(page, '/organisations')
    await main(page).locator('a[href^="/organisations/"]').last().click()
    await page.waitForURL(/\/organisations\/[0-9a-f-]{36}$/)
    await main(page).getByRole('link', { name: '队伍概览' }).click()
    await page.waitForURL(/\/overview$/)
    await settled(page)
    // The pictures may still be on their way, and the page itself too: both are waited for, by their own width.
    await page.waitForFunction(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('main figure img')]
      return pictures.length === 2 && pictures.every((picture) => picture.naturalWidth === 480)
    })
    for (const fold of await main(page).getByText('查看数据表').all()) await fold.click()
    expect(await main(page).locator('figure table tbody tr').count()).toBe(19)
    await checkPage(page)
  })
})

test('forms of an organisation, each without a violation', async ({ open }) => {
  const page = await open('phone', { as: 'city-admin' })
  await visit(page, '/organisations?kind=school')
  await main(page).locator('tbody th a').first().click()
  await page.waitForURL(/\/organisations\/[0-9a-f-]{36}$/)
  const { pathname } = new URL(page.url())
  for (const act of ['edit', 'move', 'close', 'designate', 'figures']) {
    await visit(page, `${pathname}/change/${act}`)
  }
  await visit(page, '/organisations/new')
})

test('a list is checked row by row, written, and undone', async ({ open }) => {
  const page = await open('desktop', { as: 'dongchangfu-admin' })
  const rows = '3715029801,湖滨小学,学校,371502,小学\n3715229801,别县小学,学校,371522,小学\n'
  await visit(page, '/organisations')
  await main(page).getByRole('link', { name: '批量导入' }).click()
  await page.waitForURL(/\/imports\/new/)
  await checkPage(page)
  await page.locator('[name=organisationId]').selectOption({ label: '东昌府区' })
  const buffer = Buffer.from(`机构代码,名称,类别,上级代码,办学类型\n${rows}`)
  await page.locator('[name=file]').setInputFiles({ name: '新学校.csv', mimeType: 'text/csv', buffer })
  await main(page).getByRole('button', { name: '上传' }).click()
  await page.waitForURL(/\/mapping/)
  await checkPage(page)
  await main(page).getByRole('button', { name: '保存并开始检查' }).click()
  await page.waitForURL(/\/preview/)
  await main(page).getByText('不在您的管理范围内').first().waitFor()
  await checkPage(page)
  await main(page).getByRole('link', { name: '下一步：确认写入' }).click()
  await main(page).getByRole('button', { name: '写入 1 条' }).click()
  await main(page).getByRole('link', { name: '查看机构' }).waitFor()
  const result = new URL(page.url()).pathname
  await visit(page, '/organisations?q=3715029801')
  await main(page).getByRole('link', { name: '湖滨小学' }).waitFor()
  await visit(page, result.replace('/result', '/undo'))
  await main(page).getByRole('button', { name: '整批撤销' }).click()
  await main(page).getByText('库里已恢复到写入之前的样子').waitFor()
  await visit(page, '/organisations?q=3715029801')
  expect(await main(page).getByRole('link', { name: '湖滨小学' }).count()).toBe(0)
})
