/** Pay from the bureau's desk to the teacher's phone: what counts, a file, a benchmark, the clock, a report, and who looked. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { today } from '#app/platform/clock.server.ts'
import { checkPage, settled, test, viewportNames, visit } from './harness.ts'

const bureau = 'dongchangfu-registrar'
const main = (page: Page) => page.locator('main')
const [thisYear = 0, thisMonth = 0] = today().split('-').map(Number)

async function press(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState()
  await settled(page)
}

/** Opens the report that waits and approves it. */
async function approve(page: Page): Promise<void> {
  await visit(page, '/approvals')
  await main(page).locator('tbody th a').filter({ hasText: '工资收入比较报告' }).first().click()
  await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
  await settled(page)
  await checkPage(page)
  await press(page, '提交决定')
}

/** The staff number on the reader's own record. */
async function ownNumber(page: Page): Promise<string> {
  await visit(page, '/me/record')
  const [number] = /T\d{9}/.exec((await main(page).textContent()) ?? '') ?? []
  if (!number) throw new Error('no staff number on the record')
  return number
}

async function changeWhatCounts(page: Page): Promise<void> {
  await visit(page, '/pay/basis')
  await main(page).getByRole('link', { name: '班主任津贴' }).click()
  await page.waitForURL(/\/class_adviser$/)
  await settled(page)
  await page.locator('[name=choice][value=counts]').check()
  await page.locator('[name=fromYear]').fill(String(thisYear - 1))
  await page.locator('[name=reason]').fill('县里公务员有同类补贴')
  await press(page, '先看变化')
  await main(page)
    .getByText(/东昌府区 \d{4} 年：\d+\.\d% → \d+\.\d%/)
    .first()
    .waitFor()
  await checkPage(page)
  await main(page).locator('button[value=commit]').click()
  await page.waitForURL(/\/pay\/basis\?/)
  await settled(page)
  await main(page).getByText('县里公务员有同类补贴').first().waitFor()
}

/** One row of somebody known, one of nobody, one whose amount is none. */
async function bringIn(page: Page, staffNumber: string): Promise<void> {
  const month = `${thisYear}-${String(thisMonth).padStart(2, '0')}`
  const rows = [
    '教师编号,年月,岗位工资,薪级工资',
    `${staffNumber},${month},"3,333.33",1800`,
    `T999999999,${month},3000,1800`,
    `${staffNumber},${month},12.345,1800`,
  ]
  await visit(page, '/imports/new?subject=pay')
  await page.locator('[name=organisationId]').selectOption({ label: '东昌府区' })
  const buffer = Buffer.from(`\uFEFF${rows.join('\r\n')}`)
  await page.locator('[name=file]').setInputFiles({ name: 'pay.csv', mimeType: 'text/csv', buffer })
  await press(page, '上传')
  await page.waitForURL(/\/mapping/)
  await checkPage(page)
  await main(page).getByRole('button', { name: '保存并开始检查' }).click()
  await page.waitForURL(/\/preview/)
  await checkPage(page)
  expect(await main(page).locator('a[href*="rows=rejected"]').first().textContent()).toContain('2')
  await main(page).getByRole('link', { name: '下一步：确认写入' }).click()
  await page.waitForURL(/\/commit/)
  await main(page).getByRole('button', { name: '写入 1 条' }).click()
  await page.waitForURL(/\/result/)
  await main(page).getByText('已写入', { exact: true }).last().waitFor()
  await checkPage(page)
}

/** Next year's civil servants are said to get more: the clock runs. */
async function raise(page: Page): Promise<void> {
  await visit(page, '/pay/benchmarks/new')
  await page.locator('[name=year]').fill(String(thisYear + 1))
  await page.locator('[name=state][value=provisional]').check()
  await page.locator('[name=fen]').fill('0')
  await page.locator('[name=documentNo]').fill('聊人社函 9 号')
  await press(page, '保存')
  await main(page).getByText('请填写大于 0 的金额').first().waitFor()
  await page.locator('[name=fen]').fill('180,000')
  await press(page, '保存')
  await page.waitForURL(/\/pay\/benchmarks$/)
  await visit(page, '/pay/linkage')
  const line = main(page)
    .locator('tbody tr')
    .filter({ hasText: String(thisYear + 1) })
    .first()
  expect(await line.textContent()).toMatch(/东昌府区.*计时中/)
}

async function report(page: Page): Promise<string> {
  await visit(page, '/pay/reports/new')
  await page.locator('[name=year]').fill(String(thisYear - 1))
  await press(page, '起草')
  await page.waitForURL(/\/pay\/reports\/[0-9a-f-]{36}$/)
  await settled(page)
  await checkPage(page)
  await main(page).getByRole('link', { name: '送审' }).click()
  await page.waitForURL(/\/act\/send$/)
  await settled(page)
  await press(page, '送审')
  await page.waitForURL(/\/pay\/reports\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

describe.each(viewportNames)('on a %s', (viewport) => {
  test('a county reads its parity, what counts, benchmarks, the clock and its reports', async ({ open }) => {
    const page = await open(viewport, { as: bureau })
    await visit(page, '/pay/parity')
    await main(page).locator('tbody th a').first().click()
    await page.waitForURL(/\/pay\/parity\/[0-9a-f-]{36}/)
    await settled(page)
    await checkPage(page)
    await main(page).getByRole('link', { name: '查看计入的人员' }).click()
    await page.waitForURL(/\/people/)
    await settled(page)
    await checkPage(page)
    for (const path of [
      'linkage',
      'benchmarks',
      'benchmarks/new',
      'benchmarks/people',
      'benchmarks/feed',
      'basis',
      'reports',
      'reports/new',
      'people',
    ])
      await visit(page, `/pay/${path}`)
  })
})

test('a list of civil servants is counted, and refused whole for one wrong row', async ({ open }) => {
  const page = await open('desktop', { as: bureau })
  await visit(page, '/pay/benchmarks/people')
  const list = (last: string) => ({
    ...{ name: '公务员.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(
      ['姓名,年收入合计', '甲,90000', '乙,92000', '丙,94000', '丁,96000', last, ''].join('\n'),
    ),
  })
  await page.locator('[name=documentNo]').fill('聊人社函 11 号')
  await page.locator('[name=list]').setInputFiles(list('戊,九万'))
  await press(page, '计算并保存')
  await main(page).getByText('第 6 行“年收入合计”写的是“九万”').first().waitFor()
  await checkPage(page)
  await page.locator('[name=list]').setInputFiles(list('戊,98000'))
  await press(page, '计算并保存')
  await page.waitForURL(/\/pay\/benchmarks$/)
  const line = main(page).locator('tbody tr').filter({ hasText: '聊人社函 11 号' })
  expect(await line.textContent()).toMatch(/94,000\.00.*名单 5 人/)
})

test('what counts, a file with two bad rows, a raise, a report published by two, and one’s own pay', {
  timeout: 300_000,
}, async ({ open }) => {
  const page = await open('desktop', { as: bureau })
  const teacher = await open('phone', { as: 'teacher' })
  const staffNumber = await ownNumber(teacher)
  await changeWhatCounts(page)
  await bringIn(page, staffNumber)
  await raise(page)
  const path = await report(page)
  await approve(await open('desktop', { as: 'dongchangfu-leader' }))
  await approve(await open('phone', { as: 'city-leader' }))
  await visit(page, path)
  await main(page).getByText('已签发').first().waitFor()

  await visit(page, '/pay/people')
  await page.locator('[name=staffNumber]').fill(staffNumber)
  // What is suggested has come: a page that is left meanwhile never comes to rest.
  await main(page).locator('datalist option').first().waitFor({ state: 'attached' })
  await settled(page)
  await press(page, '查看')
  await page.waitForURL(/\/pay\/people\/[0-9a-f-]{36}$/)
  await checkPage(page)

  await visit(teacher, '/me/pay')
  expect(await main(teacher).textContent()).toContain('3,333.33')
  expect(await main(teacher).locator('#looks').textContent()).toContain('东昌府区人事股')
  await visit(teacher, `/me/pay?year=${thisYear - 1}`)
  expect(await main(teacher).locator('#kind').textContent()).toMatch(/我的：[\d,.]+ 元\/年/)
})
