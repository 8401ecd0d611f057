/**
 * `test` with a browser: `open('phone', { as: 'school-office' })` answers a page, signed in. `visit` and `checkPage` hold
 * every page to the same: it answers, axe-core finds no violation, nothing is wider than the screen.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { DEMO_PASSWORD } from '#prisma/seed/accounts.ts'

export const viewports = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} as const
export type Viewport = keyof typeof viewports
export const viewportNames = Object.keys(viewports) as Viewport[]

export type Visitor = {
  /** A demo account's name; signed out when left out. */
  as?: string
  locale?: 'zh-CN' | 'en'
  /** Of another server than the one with the demo. */
  origin?: string
}

const artifacts = path.join(import.meta.dirname, 'artifacts')

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
    ],
  })
}

/** What a page complained of: errors thrown, errors and hydration warnings on the console, answers of 500 and above. */
function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  page.on('console', (message) => {
    // Chromium reports every 4xx answer as an error; the test asserts statuses itself.
    const isStatus = message.text().startsWith('Failed to load resource')
    // The router looks ahead for what links lead to; without a network it cannot.
    const isAhead = message.text().startsWith('Failed to fetch manifest patches')
    const isWrong = message.type() === 'error' || /hydrat|did not match/i.test(message.text())
    if (isWrong && !isStatus && !isAhead) complaints.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return complaints
}

/** Of accounts that have signed in before, by server and name: the form is filled in once, not by every test. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** Whether a kept session still holds: it does not where a test has signed out. Ends on the start page, as signing in does. */
async function isSignedIn(page: Page): Promise<boolean> {
  await page.goto('/')
  await settled(page)
  return new URL(page.url()).pathname !== '/login'
}

async function openPage(browser: Browser, viewport: Viewport, { as, locale = 'zh-CN', origin }: Visitor) {
  const kept = sessions.get(`${origin} ${as}`)
  const context = await browser.newContext({
    ...(kept && { storageState: kept }),
    ...viewports[viewport],
    baseURL: origin ?? inject('origin'),
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints = watch(page)
  if (as && !(kept && (await isSignedIn(page)))) {
    await signIn(page, as)
    sessions.set(`${origin} ${as}`, await context.storageState())
  }
  return { page, complaints, close: () => context.close() }
}

export const test = base
  .extend('chromiumPath', { scope: 'worker' }, () => process.env.CHROMIUM ?? '/usr/bin/chromium')
  .extend('browser', { scope: 'worker' }, async ({ chromiumPath }, { onCleanup }) => {
    const browser = await launch(chromiumPath)
    onCleanup(() => browser.close())
    return browser
  })
  .extend('open', async ({ browser, task }, { onCleanup }) => {
    const opened: Awaited<ReturnType<typeof openPage>>[] = []
    onCleanup(async () => {
      if (task.result?.state === 'fail')
        await photograph(
          task.name,
          opened.map((one) => one.page),
        )
      for (const one of opened) await one.close()
      expect(
        opened.flatMap((one) => one.complaints),
        'the pages complained',
      ).toEqual([])
    })
    return async (viewport: Viewport, visitor: Visitor = {}): Promise<Page> => {
      const one = await openPage(browser, viewport, visitor)
      opened.push(one)
      return one.page
    }
  })

async function photograph(name: string, pages: Page[]): Promise<void> {
  mkdirSync(artifacts, { recursive: true })
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  for (const [at, page] of pages.entries()) {
    await page.screenshot({ path: path.join(artifacts, `${file}-${at}.png`), fullPage: true })
  }
}

/** Signs in by the form, with the demo's password unless another is given; ends on the page after it. */
export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/login')
  // A key pressed while React wakes the page makes it complain (error 345).
  await settled(page)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.locator('#form button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/login')
  await settled(page)
}

/** Opens a path and checks the page. `status` is what it should answer. */
export async function visit(page: Page, pathname: string, { status = 200 } = {}): Promise<void> {
  const response = await page.goto(pathname)
  expect(response?.status(), pathname).toBe(status)
  await checkPage(page)
}

/** Axe-core finds no violation on the page as it stands, and nothing makes it scroll sideways. */
export async function checkPage(page: Page): Promise<void> {
  await settled(page)
  // There are no frames: the page is looked at where it is, without another page for the report, which tells what is wrong alone.
  const options = { resultTypes: ['violations' as const], preload: false }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }))
  expect(found, `axe-core on ${page.url()}`).toEqual([])
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow, `${page.url()} is wider than the screen by (px)`).toBeLessThanOrEqual(0)
}

/** Waits until React has woken the page and Remix has nothing under way, so that clicks meet a live page. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  // Where scripts are turned off there is nothing more to wait for.
  if (!(await page.evaluate(() => '__remixContext' in window))) return
  await page.waitForFunction(() => {
    const { __remixRouter: router } = window as { __remixRouter?: { state: RouterState } }
    if (!router?.state.initialized || router.state.navigation.state !== 'idle') return false
    const isAtRest = [...router.state.fetchers.values()].every(({ state }) => state === 'idle')
    return isAtRest && Object.keys(document.body).some((key) => key.startsWith('__reactFiber'))
  })
}

type RouterState = {
  initialized: boolean
  navigation: { state: string }
  fetchers: Map<string, { state: string }>
}
