/** Hours: reported on a phone, sent back, put right, approved with the photo beside, and counted; several at once. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { checkPage, settled, test, viewportNames, visit } from './harness.ts'
import { fillCourse, weekend } from './reports.ts'

const main = (page: Page) => page.locator('main')
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true })

/** The days of the reports that these tests make, so that they never overlap. */
const days = { desktop: weekend(1), phone: weekend(2) }

describe.each(viewportNames)('on a %s', (viewport) => {
  test('a report goes from the teacher to the school, comes back once, and counts', async ({ open }) => {
    const title = `课例研修（${viewport}）`
    const teacher = await open(viewport, { as: 'teacher' })
    await visit(teacher, '/me/hours')
    await main(teacher).getByRole('link', { name: '申报学时' }).click()
    await main(teacher).getByRole('link', { name: '集中培训' }).click()
    await teacher.waitForURL(/kind=course/)
    await settled(teacher)
    await fillCourse(teacher, { title, days: days[viewport], hours: '60' })
    await button(teacher, '提交').click()
    await main(teacher).getByText('这段时间最多 16 学时').first().waitFor()
    await checkPage(teacher)
    expect(await teacher.locator('[name=title]').inputValue()).toBe(title)
    await teacher.locator('[name=hours]').fill('12.5')
    await main(teacher).getByText('已存有 证书.png').waitFor()
    await button(teacher, '提交').click()
    await teacher.getByText('已提交，学校审核后计入。').waitFor()
    await checkPage(teacher)
    await visit(teacher, '/me/hours/new?kind=course')
    await teacher.locator('[name=startsOn]').fill(days[viewport][1])
    await teacher.locator('[name=lastDay]').fill(days[viewport][1])
    await main(teacher).getByText(`与“${title}”`).last().waitFor()
    await checkPage(teacher)
    await visit(teacher, `/me/hours?year=${days[viewport][0].slice(0, 4)}`)

    const office = await open(viewport, { as: 'school-office' })
    await visit(office, '/training/entries')
    const ownHref = await main(teacher).getByRole('link', { name: title }).getAttribute('href')
    const entryPath = `/training/entries/${ownHref?.split('/').at(-1)}`
    await visit(office, entryPath)
    expect(
      await main(office)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(480)
    await office.locator('#return textarea').fill('请把学时改为 12')
    await button(office, '退回修改').click()
    await office.getByText('已退回，教师会看到原因。').waitFor()

    await visit(teacher, ownHref ?? '')
    await main(teacher).getByRole('link', { name: '修改后重新提交' }).click()
    await main(teacher).getByText('请把学时改为 12').waitFor()
    await checkPage(teacher)
    await teacher.locator('[name=hours]').fill('12')
    await button(teacher, '提交').click()
    await teacher.getByText('已提交，学校审核后计入。').waitFor()

    await visit(office, entryPath)
    await button(office, '审核通过').click()
    await office.getByText('已通过 1 条。').waitFor()
    await visit(teacher, ownHref ?? '')
    await main(teacher).getByText('计入 12 学时').first().waitFor()
    await main(teacher).getByText('认定 12 学时').waitFor()
  })
})

/** Presses a key until the page has gone on: one that is just drawn may not listen yet. */
async function pressUntil(page: Page, key: string, isThere: (url: string) => boolean): Promise<void> {
  const press = async () => {
    if (isThere(page.url())) return true
    await page.keyboard.press(key)
    return false
  }
  await expect.poll(press, { timeout: 20_000, interval: 2_500 }).toBe(true)
}

test('the school goes through what waits by keyboard, and approves several at once', async ({ open }) => {
  const office = await open('desktop', { as: 'school-office' })
  await visit(office, '/training/entries')
  await main(office).locator('tbody th a').first().click()
  await office.waitForURL(/entries\/[0-9a-f-]{36}/)
  await settled(office)
  const first = office.url()
  await pressUntil(office, 'j', (url) => url !== first)
  await settled(office)
  await pressUntil(office, 'k', (url) => url === first)

  await visit(office, '/training/entries')
  const boxes = main(office).locator('tbody input[type=checkbox]')
  const waiting = await boxes.count()
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await button(office, '通过所选').click()
  await office.getByText('已通过 2 条。').waitFor()
  await settled(office)
  expect(await boxes.count()).toBe(waiting - 2)
})

test('a figure of the overview opens to exactly those people, and the report says how it was made', async ({
  open,
}) => {
  const registrar = await open('phone', { as: 'dongchangfu-registrar' })
  await visit(registrar, '/training/overview')
  const behind = main(registrar).locator('#whole a').nth(1)
  const people = await behind.textContent()
  await behind.click()
  await registrar.waitForURL(/\/training\/people\?/)
  await main(registrar).getByText(`共 ${people} 人`).first().waitFor()
  await checkPage(registrar)
  await visit(registrar, '/training/report')
  await main(registrar).getByText('统计范围：在岗专任教师和校长（书记）。').waitFor()
})

test('the school office reads what it is told, and sets how', async ({ open }) => {
  const office = await open('phone', { as: 'school-office' })
  await visit(office, '/me/notifications')
  await main(office)
    .getByText(/条学时申报等待审核/)
    .waitFor()
  await button(office, '全部标为已读').click()
  await main(office).getByRole('heading', { name: '已读' }).waitFor()
  await visit(office, '/me/notifications/choices')
  await office.locator('[name=robot][value=wecom]').check()
  await office.locator('[name=webhook]').fill('https://example.org/robot')
  await button(office, '保存').click()
  await main(office).getByText('不是这种群机器人的地址').first().waitFor()
  await checkPage(office)
  await office.locator('[name=webhook]').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1')
  await button(office, '保存').click()
  await office.getByText('已保存提醒方式。').waitFor()
  await button(office, '生成地址').click()
  const address = await main(office).locator('#calendar p.font-mono').textContent()
  const feed = await office.request.get(address ?? '')
  expect(feed.headers()['content-type']).toContain('text/calendar')
  expect(await feed.text()).toContain('BEGIN:VCALENDAR')
})

test('the county draws a sample, looks again, and takes back what fails', async ({ open }) => {
  const registrar = await open('desktop', { as: 'dongchangfu-registrar' })
  await visit(registrar, '/training/samples/new')
  await registrar.locator('[name=firstDay]').fill(`${Number(weekend(1)[0].slice(0, 4)) - 1}-01-01`)
  await main(registrar).locator('form button').first().click()
  await registrar.waitForURL(/\/samples\/[0-9a-f-]{36}$/)
  await checkPage(registrar)
  const sample = new URL(registrar.url()).pathname
  await main(registrar).locator('tbody a').first().click()
  await registrar.waitForURL(/\/samples\/[0-9a-f-]{36}\/[0-9a-f-]{36}/)
  await checkPage(registrar)
  await registrar.locator('[name=verdict][value=failed]').check()
  await registrar.locator('#judge [name=note]').fill('证书与参训名单不符')
  await main(registrar).locator('#judge button').click()
  await registrar.waitForURL((url) => url.pathname === sample)
  await main(registrar).getByText('证书与参训名单不符').first().waitFor()
})
