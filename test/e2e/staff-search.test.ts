/** Finding people: in every way they can be searched for, on a desk and on a phone, in both languages, without script. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import { openSheet } from '#app/platform/sheets/open-sheet.server.ts'
import {
  checkPage,
  settled,
  signIn,
  test,
  type Viewport,
  viewportNames,
  viewports,
  visit,
} from './harness.ts'

const registrar = 'dongchangfu-registrar'
const main = (page: Page) => page.locator('main')
const address = (page: Page) => new URL(page.url())
const names = (page: Page) => main(page).locator('tbody th a')

/** Somebody of the demo, with all that they can be found by. */
type Somebody = { name: string; number: string; idNumber: string }

async function search(page: Page, text: string): Promise<void> {
  await main(page).getByRole('searchbox', { name: '找教职工' }).fill(text)
  await main(page).getByRole('button', { name: '找教职工' }).click()
}

async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ headings: string[]; rows: string[][] }> {
  const waiting = page.waitForEvent('download')
  await press()
  const opened = await openSheet({ bytes: await readFile(await (await waiting).path()) })
  if (!opened.ok) throw new Error(opened.problem.code)
  const rows: string[][] = []
  for await (const step of opened.sheet.batches())
    if (step.ok) rows.push(...step.rows.map((row) => row.cells))
  return { headings: opened.sheet.headings, rows }
}

/** The first of the list whose name has three characters; the identity number is known from the export that holds it. */
async function somebodyOf(page: Page): Promise<Somebody> {
  await visit(page, '/staff')
  await main(page).getByText('导出', { exact: true }).click()
  await main(page).getByRole('link', { name: '含完整身份证号' }).click()
  await page.waitForURL(/\/staff\/national/)
  await checkPage(page)
  await page.locator('[name=reason]').fill('向全国教师管理信息系统报送')
  const sheet = await downloaded(page, () =>
    main(page).getByRole('button', { name: '导出（.xlsx）' }).click(),
  )
  const cell = (row: string[], heading: string) => row[sheet.headings.indexOf(heading)] ?? ''
  const row = sheet.rows.find((one) => /^\p{sc=Han}{3}$/u.test(cell(one, '姓名'))) ?? []
  const name = cell(row, '姓名')
  await visit(page, `/staff?q=${encodeURIComponent(name)}`)
  const number = (await main(page).locator('tbody tr').first().locator('td').first().textContent()) ?? ''
  return { name, number, idNumber: cell(row, '身份证件号') }
}

/** By part of the name, pinyin, initials, number. */
function waysToFind({ name, number }: Somebody): string[] {
  const sounds = nameKeys(name).sortKey.split('\u0001')[0]?.split(' ') ?? []
  const initials = sounds.map((sound) => sound.charAt(0)).join('')
  return [
    name.slice(0, 2),
    name.slice(1),
    sounds.join(''),
    sounds.join(' '),
    initials,
    number,
    number.toLowerCase(),
  ]
}

describe.each(viewportNames)('on a %s', (viewport) => {
  test('a person is found by name, pinyin, initials, number, and by the identity number', async ({
    open,
  }) => {
    const page = await open(viewport, { as: registrar })
    const somebody = await somebodyOf(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await visit(page, '/staff')
    for (const typed of waysToFind(somebody)) {
      await search(page, typed)
      await page.waitForURL((url) => url.searchParams.get('q') === typed)
      await expect.poll(() => names(page).allTextContents(), { message: typed }).toContain(somebody.name)
    }
    await checkPage(page)

    await visit(page, '/staff')
    await search(page, somebody.idNumber)
    await page.waitForURL(/\/staff\/[0-9a-f-]{36}$/)
    expect(asked.filter((url) => url.includes(somebody.idNumber))).toEqual([])
    expect(page.url()).not.toContain(somebody.idNumber)
  })

  test('who is not there is told, and a mistyped identity number as well', async ({ open }) => {
    const page = await open(viewport, { as: registrar })
    await visit(page, '/staff')
    await search(page, 'zzzzzz')
    await main(page).getByText('没有符合条件的人').waitFor()
    await checkPage(page)
    await search(page, '371599198506150000')
    await main(page).getByText('居民身份证号的校验码不对').waitFor()
    expect(await main(page).getByRole('searchbox', { name: '找教职工' }).inputValue()).toBe(
      '371599198506150000',
    )
    expect(page.url()).not.toContain('371599198506150000')
    await checkPage(page)
  })

  test('the list is narrowed, paged and read in the other language', async ({ open }) => {
    const page = await open(viewport, { as: 'city-registrar' })
    await visit(page, '/staff')
    await narrow(page, viewport)
    const first = await names(page).allTextContents()
    const shown = page.url()
    await main(page).getByRole('link', { name: '下一页' }).click()
    await page.waitForURL(/cursor=/)
    await expect.poll(() => names(page).allTextContents()).not.toEqual(first)
    const second = page.url()
    await main(page).getByRole('link', { name: '上一页' }).click()
    await page.waitForURL((url) => url.href !== second)
    await expect.poll(() => names(page).allTextContents()).toEqual(first)
    await page.goto(shown)
    await settled(page)

    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForLoadState()
    await settled(page)
    expect(page.url()).toBe(shown)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('h1').textContent()).toBe('Roster')
    expect(await names(page).allTextContents()).toEqual(first)
    await checkPage(page)
  })
})

/** Primary schools, the eldest first: the filter is behind a fold on a phone, and the address stays short. */
async function narrow(page: Page, viewport: Viewport): Promise<void> {
  if (viewport === 'phone') await main(page).getByText('筛选', { exact: true }).first().click()
  await page.locator('select[name=stage]').selectOption('primary')
  await main(page).getByRole('button', { name: '筛选' }).click()
  await page.waitForURL(/stage=primary/)
  await settled(page)
  await checkPage(page)
  await main(page).getByRole('link', { name: '年龄' }).first().click()
  await page.waitForURL(/sort=birthDate/)
  await main(page).locator('th[aria-sort=descending]').getByText('年龄').waitFor()
  expect([...address(page).searchParams.keys()].sort()).toEqual(['sort', 'stage'])
  expect(await names(page).count()).toBe(50)
}

test('the export holds the rows that the list counts', async ({ open }) => {
  const page = await open('desktop', { as: 'city-inspector' })
  await visit(page, '/staff?stage=junior')
  const counted = Number(/\d+/.exec((await main(page).getByRole('status').textContent()) ?? '')?.[0])
  await main(page).getByText('导出', { exact: true }).click()
  const sheet = await downloaded(page, () => main(page).getByRole('link', { name: '当前名单' }).click())
  expect(sheet.rows).toHaveLength(counted)
  expect(await main(page).getByRole('link', { name: '新进人员' }).count()).toBe(0)
})

test('who retires soon', async ({ open }) => {
  const page = await open('phone', { as: 'city-registrar' })
  await visit(page, '/staff/retiring')
})

test('a teacher has no list', async ({ open }) => {
  const page = await open('phone', { as: 'teacher' })
  await visit(page, '/staff', { status: 403 })
})

test('searching works without script', async ({ browser }) => {
  const context = await browser.newContext({
    ...viewports.desktop,
    baseURL: inject('origin'),
    locale: 'zh-CN',
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await signIn(page, registrar)
  await page.goto('/')
  await page.getByRole('searchbox', { name: '找教职工' }).fill('wang')
  await page.getByRole('button', { name: '找教职工' }).click()
  await page.waitForURL(/\/staff\?q=wang$/)
  expect(await names(page).first().textContent()).toMatch(/^[王汪]/)
  await context.close()
})
