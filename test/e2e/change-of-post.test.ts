/** A change of post: typed, checked, written; the record tells it, also as of yesterday; a mistake is corrected. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { checkPage, settled, test, viewportNames, visit } from './harness.ts'

const registrar = 'dongchangfu-registrar'
const main = (page: Page) => page.locator('main')
const tomorrowInChina = () => dayInChina(1)
const dayInChina = (ahead: number) =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)

/** Somebody in post of the registrar's county, each viewport another; answers the record's path. */
async function openSomebody(page: Page, at: number): Promise<string> {
  await visit(page, '/staff?status=in_post')
  await main(page).locator('tbody th a').nth(at).click()
  await page.waitForURL(/\/staff\/[0-9a-f-]{36}$/)
  await checkPage(page)
  return new URL(page.url()).pathname
}

/** The unit that a lane of the record names for the day shown. */
async function unitOf(page: Page, lane: string): Promise<string | null> {
  const heading = main(page).getByRole('heading', { name: lane, exact: true })
  return heading.locator('xpath=following-sibling::p[1]').textContent()
}

/** Presses a button and waits for what follows: a second press would break off the first. */
async function press(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name, exact: true }).click()
  await settled(page)
}

async function act(page: Page, name: string): Promise<void> {
  await main(page).getByText('更多办理').click()
  await main(page).getByRole('link', { name, exact: true }).click()
  await settled(page)
}

describe.each(viewportNames)('on a %s', (viewport) => {
  const at = viewport === 'phone' ? 5 : 2

  test('a change dated ahead is checked, written, and stands in the record', async ({ open }) => {
    const page = await open(viewport, { as: registrar })
    const record = await openSomebody(page, at)
    await main(page).getByRole('link', { name: '变更岗位或调动' }).click()
    await page.waitForURL(/\/change\/post$/)
    await checkPage(page)

    // Nothing typed: the day is missing, and what stood in the form is still there.
    const workplace = await page.locator('[name=workOrgId]').inputValue()
    await page.getByRole('button', { name: '下一步：核对' }).click()
    await main(page).locator('a[href="#validFrom"]').waitFor()
    expect(await page.locator('[name=workOrgId]').inputValue()).toBe(workplace)
    await checkPage(page)

    const post = page.locator('select[name=schoolPost]')
    const chosen = (await post.inputValue()) === 'class_adviser' ? 'grade_head' : 'class_adviser'
    const has = await post.locator(`option[value=${chosen}]`).count()
    if (has > 0) await post.selectOption(chosen)
    else await post.selectOption({ index: 2 })
    const word = (await post.locator('option:checked').textContent()) ?? ''
    await page.locator('[name=validFrom]').fill(tomorrowInChina())
    await page.locator('[name=documentNo]').fill('东教人字〔2026〕7号')
    await page.getByRole('button', { name: '下一步：核对' }).click()
    await main(page).getByText('请核对：变更岗位或调动').waitFor()
    await main(page).getByText(word, { exact: true }).waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: '返回修改' }).click()
    await page.locator('[name=documentNo]').waitFor()
    expect(await page.locator('[name=documentNo]').inputValue()).toBe('东教人字〔2026〕7号')
    await page.getByRole('button', { name: '下一步：核对' }).click()
    await page.getByRole('button', { name: '确认变更岗位或调动' }).click()
    await page.waitForURL((url) => url.pathname === record)
    await main(page).getByText('东教人字〔2026〕7号').first().waitFor()
    await main(page).getByText('尚未生效').first().waitFor()
    await checkPage(page)

    await visit(page, `${record}?asOf=${dayInChina(-1)}`)
    expect(await main(page).getByText('东教人字〔2026〕7号').count()).toBe(0)
    await visit(page, `${record}?asOf=2026-02-30`, { status: 400 })
  })

  test('a transfer holds from today: lanes and timeline tell it, yesterday shows the old', async ({
    open,
  }) => {
    const page = await open(viewport, { as: registrar })
    const record = await openSomebody(page, at + 12)
    await visit(page, `${record}/change/post`)
    const old = (await page.locator('[name=workOrgId]').inputValue()).split('（')[0] ?? ''
    const [first, second] = ['东昌府区实验小学', '东昌府区实验中学']
    const next = old === first ? second : first
    await page.locator('[name=workOrgId]').fill(next)
    await page.locator('[name=validFrom]').fill(dayInChina(0))
    await page.locator('[name=documentNo]').fill('东教调〔2026〕3号')
    // Meanwhile somebody else writes to the same record.
    const other = await open(viewport, { as: registrar })
    await visit(other, `${record}/change/facts`)
    await other.locator('[name=nativePlace]').fill(`聊城 ${viewport}`)
    await press(other, '保存')
    await other.waitForURL((url) => url.pathname === record)

    await press(page, '下一步：核对')
    await press(page, '确认变更岗位或调动')
    await main(page).getByText('已被别人修改').waitFor()
    expect(await page.locator('[name=workOrgId]').inputValue()).toBe(next)
    await checkPage(page)
    await press(page, '下一步：核对')
    await press(page, '确认变更岗位或调动')
    await page.waitForURL((url) => url.pathname === record)
    await main(page).locator('#timeline').getByText(`到${next}任职（调动）`).waitFor()
    expect(await unitOf(page, '工作单位')).toBe(next)
    await checkPage(page)

    await main(page).locator('[name=asOf]').fill(dayInChina(-1))
    await press(page, '查看')
    await page.waitForURL(/asOf=/)
    await main(page).getByText('之后的变动没有算进来').waitFor()
    expect(await unitOf(page, '工作单位')).toBe(old)
    expect(await main(page).getByText('东教调〔2026〕3号').count()).toBe(0)
    await checkPage(page)
  })

  test('a mistake is corrected with its reason, in the other language too', async ({ open }) => {
    const page = await open(viewport, { as: registrar })
    const record = await openSomebody(page, at + 6)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForLoadState()
    await settled(page)
    await checkPage(page)
    await visit(page, `${record}/correct`)
    await main(page).locator('#appointment').getByRole('link').first().click()
    await page.waitForURL(/\/correct\/appointment/)
    await checkPage(page)
    await page.locator('[name=documentNo]').fill('No. 12 of 2020')
    await page.getByRole('button', { name: 'Next: check' }).click()
    await main(page).locator('a[href="#reason"]').waitFor()
    expect(await page.locator('[name=documentNo]').inputValue()).toBe('No. 12 of 2020')
    await page.locator('[name=reason]').fill('The number was mistyped')
    await page.getByRole('button', { name: 'Next: check' }).click()
    await page.getByRole('button', { name: 'Confirm: Correct a post' }).click()
    await page.waitForURL((url) => url.pathname === record)
    await main(page).getByText('The number was mistyped').waitFor()
    await checkPage(page)
  })
})

test('the acts of a record are pages of their own, each without a violation', async ({ open }) => {
  const page = await open('phone', { as: registrar })
  const record = await openSomebody(page, 20)
  for (const path of ['title', 'honour', 'status', 'facts', 'retire', 'end']) {
    await visit(page, `${record}/change/${path}`)
  }
  await visit(page, `${record}/correct/identity`)
  await visit(page, '/staff/new')
  await page.goto(record)
  await settled(page)
  await act(page, '登记职称')
  await page.getByRole('button', { name: '保存' }).click()
  await main(page).locator('a[href="#titleLevel"]').waitFor()
})

test('the whole identity number is shown on request, with a reason', async ({ open }) => {
  const page = await open('desktop', { as: registrar })
  await openSomebody(page, 21)
  await main(page).locator('summary').getByText('查看完整号码').click()
  await page.locator('[name=reason]').fill('核对社保')
  await page.getByRole('button', { name: '查看完整号码' }).click()
  await main(page)
    .getByText(/^371599\d{11}[\dX]$/)
    .waitFor()
  await checkPage(page)
})

test('a teacher reads the own record on the phone', async ({ open }) => {
  const page = await open('phone', { as: 'teacher' })
  await visit(page, '/me/record')
  expect(await main(page).getByText('更多办理').count()).toBe(0)
  await visit(page, '/me')
})
