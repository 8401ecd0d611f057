/** The import wizard as a person walks it: at a desk, on a phone, and without script. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import { DEMO_PASSWORD, DEMO_SCHOOL_NAME } from '#prisma/seed/accounts.ts'
import { checkPage, signIn, test, viewportNames, viewports, visit } from './harness.ts'
import { countyForm, headings, makeRoster, type Roster, workbookOf } from './import-roster.ts'

const account = 'dongchangfu-registrar'
const path = (page: Page) => new URL(page.url()).pathname
const main = (page: Page) => page.locator('main')

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('[name=organisationId]').selectOption({ label: '东昌府区' })
  await page.locator('[name=coverage][value=partial]').check()
  await page.locator('[name=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await main(page).getByRole('button', { name: '上传' }).click()
}

/** The choice of what a column of the sheet fills. */
const fieldOf = (page: Page, heading = '') => page.getByLabel(`“${heading}”填到`, { exact: true })

/** From an empty form to the preview; every page on the way is checked. */
async function walkToPreview(page: Page, roster: Roster): Promise<void> {
  await visit(page, '/imports')
  await visit(page, '/imports/new')
  await main(page).getByRole('link', { name: '教职工花名册' }).click()
  await page.waitForURL(/subject=staff/)
  await upload(page, 'roster.xlsx', await workbookOf(roster.rows))
  await page.waitForURL(/\/mapping/)
  await checkPage(page)
  expect(await fieldOf(page, headings[0]).inputValue()).toBe('name')
  expect(await fieldOf(page, headings[1]).inputValue()).toBe('idNumber')
  await main(page).getByRole('button', { name: '保存并开始检查' }).click()
  await page.waitForURL(/\/(checking|preview)/)
  // A reload in the middle shows the same work, or what came of it.
  await page.reload()
  await page.waitForURL(/\/preview/)
  await checkPage(page)
}

const tile = (page: Page, fate: string) => main(page).locator(`a[href*="rows=${fate}"]`).first()

describe.each(viewportNames)('%s', (viewport) => {
  const roster = makeRoster(viewportNames.indexOf(viewport))

  test('upload, columns, check, preview, write, undo', async ({ open }) => {
    const page = await open(viewport, { as: account })
    await walkToPreview(page, roster)
    expect(await tile(page, 'new').textContent()).toContain(String(roster.expected.new))
    expect(await tile(page, 'rejected').textContent()).toContain(String(roster.expected.rejected))
    await tile(page, 'rejected').click()
    await main(page).getByText(roster.refused).waitFor()
    await checkPage(page)

    const sheet = await downloadedRows(page)
    expect(sheet.rows.map(([name]) => name)).toContain(roster.refused)
    expect(sheet.headings.slice(0, -1)).toEqual(headings)

    await main(page).getByRole('link', { name: '下一步：确认写入' }).click()
    await page.waitForURL(/\/commit/)
    await checkPage(page)
    await main(page)
      .getByRole('button', { name: `写入 ${roster.expected.new} 条` })
      .click()
    await page.waitForURL(/\/result/)
    await main(page).getByText('已写入', { exact: true }).last().waitFor()
    await checkPage(page)
    const result = path(page)

    await visit(page, `/staff?q=${encodeURIComponent(roster.taken)}`)
    expect(await main(page).getByRole('link', { name: roster.taken, exact: true }).count()).toBe(1)

    await visit(page, result.replace('/result', '/undo'))
    await main(page).getByRole('button', { name: '整批撤销' }).click()
    await page.waitForURL(/\/result/)
    await main(page).getByText('库里已恢复到写入之前的样子').waitFor()
    await checkPage(page)

    await visit(page, `/staff?q=${encodeURIComponent(roster.taken)}`)
    expect(await main(page).getByRole('link', { name: roster.taken, exact: true }).count()).toBe(0)
  })
})

async function downloadedRows(page: Page): Promise<{ headings: string[]; rows: string[][] }> {
  const waiting = page.waitForEvent('download')
  await main(page).getByRole('link', { name: '下载没有通过的行' }).click()
  const bytes = await readFile(await (await waiting).path())
  const opened = await openSheet({ bytes })
  if (!opened.ok) throw new Error(opened.problem.code)
  const rows: string[][] = []
  for await (const step of opened.sheet.batches())
    if (step.ok) rows.push(...step.rows.map((row) => row.cells))
  return { headings: opened.sheet.headings, rows }
}

test('a county’s form: cover sheet, headings in two rows, merged schools, totals; a row taken in after all', async ({
  open,
}) => {
  const page = await open('desktop', { as: account })
  await visit(page, '/imports/new?subject=staff')
  await upload(page, 'form.xlsx', await countyForm())
  await page.waitForURL(/\/mapping/)
  await page.getByText('表头取自第 3 行').click()
  await checkPage(page)
  expect(await page.getByRole('checkbox', { name: '花名册' }).isChecked()).toBe(true)
  expect(await page.getByRole('checkbox', { name: '封面' }).isChecked()).toBe(false)
  expect(await fieldOf(page, '姓名').inputValue()).toBe('name')
  expect(await fieldOf(page, '证件·身份证号').inputValue()).toBe('idNumber')
  // A guess is mended by one click; a field that moves to another column leaves the one it had.
  const subject = page.getByRole('listitem').filter({ has: fieldOf(page, '任教学科') })
  await subject.getByRole('button', { name: '不是' }).click()
  expect(await fieldOf(page, '任教学科').inputValue()).toBe('')
  await fieldOf(page, '证件·性别').selectOption('subject')
  await fieldOf(page, '任教学科').selectOption('subject')
  expect(await fieldOf(page, '证件·性别').inputValue()).toBe('')
  await main(page).getByRole('button', { name: '保存并开始检查' }).click()
  await page.waitForURL(/\/preview/)
  expect(await tile(page, 'new').textContent()).toContain('2')
  await page.getByText('看一看这些行').click()
  await checkPage(page)
  await page.getByRole('checkbox', { name: '把第 7 行当作数据' }).check()
  await main(page).getByRole('button', { name: '收回所选的行并重新检查' }).click()
  await main(page).getByText('新增共 3 行').waitFor()
  await main(page).getByRole('link', { name: '下一步：确认写入' }).click()
  await main(page).getByRole('button', { name: '写入 3 条' }).click()
  await main(page).getByText('已写入', { exact: true }).last().waitFor()
  const result = path(page)
  await visit(page, `/staff?q=${encodeURIComponent('试表乙')}`)
  expect(
    await main(page)
      .getByRole('row', { name: /试表乙/ })
      .textContent(),
  ).toContain(DEMO_SCHOOL_NAME)
  await visit(page, result.replace('/result', '/undo'))
  await main(page).getByRole('button', { name: '整批撤销' }).click()
  await main(page).getByText('库里已恢复到写入之前的样子').waitFor()
})

test('what is not wanted is discarded before anything is written', async ({ open }) => {
  const page = await open('desktop', { as: account })
  const roster = makeRoster(3)
  await walkToPreview(page, roster)
  await main(page).getByRole('link', { name: '下一步：确认写入' }).click()
  await main(page).getByRole('button', { name: '不写入，作废' }).click()
  await page.waitForURL((url) => url.pathname === '/imports')
  await main(page).getByText('已作废').first().waitFor()
  await checkPage(page)
})

test('a phone in English meets the same pages', async ({ open }) => {
  const page = await open('phone', { as: account, locale: 'en' })
  await visit(page, '/imports')
  await visit(page, '/imports/new')
  expect(await page.locator('h1').textContent()).toBe('Import a file')
})

describe('a file that is none', () => {
  test.for([
    ['a renamed PDF', 'roster.xlsx', Buffer.from('%PDF-1.7\n%\n1 0 obj\n')],
    ['an empty file', 'roster.csv', Buffer.alloc(0)],
    ['an old workbook', 'roster.xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')],
  ] as const)('%s is refused at the field, and what was typed stays', async ([, name, bytes], { open }) => {
    const page = await open('desktop', { as: account })
    await visit(page, '/imports/new?subject=staff')
    await page.locator('[name=asOf]').fill('2026-09-01')
    await upload(page, name, bytes)
    await page.locator('#file-error').waitFor()
    await checkPage(page)
    expect(await page.locator('[name=asOf]').inputValue()).toBe('2026-09-01')
    expect(await page.locator('[name=coverage][value=partial]').isChecked()).toBe(true)
  })
})

test('the whole wizard works without script', async ({ browser }) => {
  const context = await browser.newContext({
    ...viewports.desktop,
    baseURL: inject('origin'),
    locale: 'zh-CN',
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const roster = makeRoster(2)
  await signIn(page, account, DEMO_PASSWORD)
  await page.goto('/imports/new?subject=staff')
  await upload(page, 'roster.xlsx', await workbookOf(roster.rows))
  await page.waitForURL(/\/mapping/)
  await main(page).getByRole('button', { name: '保存并开始检查' }).click()
  await page.waitForURL(/\/preview/)
  await main(page).getByRole('link', { name: '下一步：确认写入' }).click()
  await main(page)
    .getByRole('button', { name: `写入 ${roster.expected.new} 条` })
    .click()
  await main(page).getByText('已写入', { exact: true }).last().waitFor()
  await main(page).getByRole('link', { name: '撤销这次导入' }).click()
  await main(page).getByRole('button', { name: '整批撤销' }).click()
  await main(page).getByText('库里已恢复到写入之前的样子').waitFor()
  await context.close()
})
