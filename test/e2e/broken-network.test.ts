/** A broken network loses nothing: a report waits on the phone, is sent once, and is its writer's alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { type Network, startNetwork } from '../harness/network.ts'
import { test as base, checkPage, settled, signIn, viewports, visit } from './harness.ts'
import { fillCourse, weekend } from './reports.ts'

const test = base
  .extend('network', async ({ task: _task }, { onCleanup }): Promise<Network> => {
    const network = await startNetwork(inject('origin'))
    onCleanup(() => network.stop())
    return network
  })
  .extend('profile', async ({ task: _task }, { onCleanup }) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'shizi-profile-'))
    onCleanup(() => rmSync(directory, { recursive: true, force: true }))
    return directory
  })

const main = (page: Page) => page.locator('main')
const submit = (page: Page) => main(page).getByRole('button', { name: '提交', exact: true }).click()
const waiting = (page: Page) => main(page).locator('#waiting')
const listed = (page: Page, title: string) => main(page).getByRole('link', { name: title, exact: true })
const COURSE = '/me/hours/new?kind=course'
/** A day of its own for each report that these tests make; the two last weekends are another file's. */
const dayOf = (n: number): [string, string] => {
  const day = weekend(3 + Math.floor(n / 2))[n % 2] ?? ''
  return [day, day]
}

/** Until what the page needs without a network has been kept. */
async function untilKept(page: Page): Promise<void> {
  await visit(page, '/me/hours')
  const isKept = async () => (await caches.match('/me/hours/offline')) !== undefined
  await expect.poll(() => page.evaluate(isKept), { timeout: 20_000 }).toBe(true)
}

/** Opens the hours of the year that the reports belong to. */
const visitHours = (page: Page) => visit(page, `/me/hours?year=${dayOf(0)[0].slice(0, 4)}`)

async function sendsByItself(page: Page, network: Network, title: string): Promise<void> {
  network.become('well')
  await visitHours(page)
  await listed(page, title).first().waitFor()
  expect(await waiting(page).count()).toBe(0)
  await page.reload()
  await settled(page)
  expect(await listed(page, title).count()).toBe(1)
}

test.for([
  ['cut', '断网前'],
  ['cut while sent', '途中断网'],
  ['answers lost', '回执丢失'],
] as const)(
  '%s: the report waits on the phone and is sent once',
  async ([state, word], { open, network }) => {
    const title = `送达一次（${word}）`
    const days = dayOf({ cut: 0, 'cut while sent': 1, 'answers lost': 2 }[state])
    const page = await open('phone', { as: 'teacher', origin: network.origin })
    await visit(page, COURSE)
    await fillCourse(page, { title, days, hours: '6' })
    network.become(state)
    await submit(page)
    await main(page).getByRole('heading', { name: '已存在本机' }).waitFor()
    await checkPage(page)
    await waiting(page).getByText(title).waitFor()
    const before = network.posted.length
    await sendsByItself(page, network, title)
    // A lost answer is asked for again; the server knows the form.
    expect(network.posted.slice(before).filter((one) => one.startsWith('/me/hours/send'))).toHaveLength(1)
  },
)

test('two tabs send what waits once', async ({ open, network }) => {
  const title = '两个页面只送一次'
  const page = await open('phone', { as: 'teacher', origin: network.origin })
  await visit(page, COURSE)
  await fillCourse(page, { title, days: dayOf(3), hours: '6' })
  network.become('cut')
  await submit(page)
  await waiting(page).getByText(title).waitFor()
  network.become('well')
  const tabs = await Promise.all([page.context().newPage(), page.context().newPage()])
  await Promise.all(tabs.map((tab) => visitHours(tab)))
  for (const tab of tabs) await listed(tab, title).first().waitFor()
  // The page that kept it goes on to where it can be seen.
  await page.waitForURL(/\/me\/hours(\?|$)/)
  expect(network.posted.filter((one) => one.startsWith('/me/hours/send'))).toHaveLength(1)
})

test('what is refused later comes back to where it was typed, with its photo', async ({ open, network }) => {
  const title = '学时填多了'
  const page = await open('phone', { as: 'teacher', origin: network.origin })
  await visit(page, COURSE)
  await fillCourse(page, { title, days: dayOf(4), hours: '60' })
  network.become('cut')
  await submit(page)
  await waiting(page).getByText(title).waitFor()
  network.become('well')
  await visit(page, '/me/hours')
  await waiting(page).getByText('这段时间最多 8 学时').waitFor()
  await checkPage(page)
  await waiting(page).getByRole('link', { name: '修改' }).click()
  await main(page).getByText('已存有 证书.png').waitFor()
  expect(await page.locator('[name=title]').inputValue()).toBe(title)
  await page.locator('[name=hours]').fill('6')
  await submit(page)
  await page.getByText('已提交，学校审核后计入。').waitFor()
  await settled(page)
  await listed(page, title).first().waitFor()
  expect(await waiting(page).count()).toBe(0)
})

async function openProfile(chromiumPath: string, profile: string, network: Network) {
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
    ...{ ...viewports.phone, baseURL: network.origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  context.setDefaultTimeout(20_000)
  return { context, page: context.pages()[0] ?? (await context.newPage()) }
}

test('written without a network, kept over a restart of the browser, sent when it is back', async ({
  chromiumPath,
  profile,
  network,
}) => {
  const title = '山里写的申报'
  let context: BrowserContext
  let page: Page
  ;({ context, page } = await openProfile(chromiumPath, profile, network))
  await signIn(page, 'teacher')
  await untilKept(page)
  network.become('cut')
  await page.goto(COURSE)
  await settled(page)
  expect(new URL(page.url()).pathname).toBe('/me/hours/offline')
  await checkPage(page)
  await fillCourse(page, { title, days: dayOf(5), hours: '6' })
  await submit(page)
  await waiting(page).getByText(title).waitFor()
  await context.close()
  ;({ context, page } = await openProfile(chromiumPath, profile, network))
  await page.goto('/me/hours')
  await settled(page)
  await waiting(page).getByText(title).waitFor()
  await checkPage(page)
  await sendsByItself(page, network, title)
  await context.close()
})

test('nobody else on that phone sees or sends it', async ({ open, network }) => {
  const title = '只属于填写人'
  const page = await open('phone', { origin: network.origin })
  const sent = () => network.posted.filter((one) => one.startsWith('/me/hours/send'))
  const signOut = async () => {
    await page.goto('/me')
    await settled(page)
    await page
      .locator('form[action="/logout"] button')
      .first()
      .evaluate((one) => (one as HTMLButtonElement).click())
    await page.waitForURL(/\/login/)
  }
  await signIn(page, 'teacher')
  await untilKept(page)
  await visit(page, COURSE)
  await fillCourse(page, { title, days: dayOf(6), hours: '6' })
  network.become('cut')
  await submit(page)
  await waiting(page).getByText(title).waitFor()
  await page.goto('about:blank')
  network.become('well')
  await page.goto('/')
  await signOut()
  network.become('cut')
  await page.goto('/me/hours/new')
  await settled(page)
  await main(page).getByText('没有人在本机登录').waitFor()
  expect(await main(page).getByText(title).count()).toBe(0)
  network.become('well')
  await signIn(page, 'school-leader')
  await visit(page, '/me/hours')
  expect(await waiting(page).count()).toBe(0)
  expect(sent()).toEqual([])
  await signOut()
  await signIn(page, 'teacher')
  await sendsByItself(page, network, title)
  expect(sent()).toHaveLength(1)
})

test('only these pages have a worker, and what it keeps says nothing of anybody', async ({
  open,
  network,
}) => {
  const page = await open('phone', { as: 'teacher', origin: network.origin })
  await untilKept(page)
  const kept = await page.evaluate(async () => {
    const scopes = (await navigator.serviceWorker.getRegistrations()).map(
      ({ scope }) => new URL(scope).pathname,
    )
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    const paths = requests.flat().map(({ url }) => new URL(url).pathname)
    const text = await (await caches.match('/me/hours/offline'))?.text()
    return { scopes, paths, text: text ?? '' }
  })
  expect(kept.scopes).toEqual(['/me/hours'])
  const others = kept.paths.filter((one) => !/^\/assets\/|\.svg$/.test(one))
  expect(others).toEqual(['/me/hours/offline'])
  const holder = await page.evaluate(() => /shizi_holder=([0-9a-f-]{36})/.exec(document.cookie)?.[1])
  expect(holder).toBeTruthy()
  for (const own of [holder, '实验小学教师']) expect(kept.text).not.toContain(own)
  await visit(page, '/')
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
})
