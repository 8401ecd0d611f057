/** Signing in and out, the way back to the page wanted, the language, and a page that is not there. */
import { describe, expect } from 'vitest'
import { checkPage, settled, signIn, test, viewportNames, visit } from './harness.ts'

describe.each(viewportNames)('on a %s', (viewport) => {
  test('a stranger is asked to sign in, and a wrong password keeps the name typed', async ({ open }) => {
    const page = await open(viewport)
    await visit(page, '/me/password')
    expect(new URL(page.url()).pathname).toBe('/login')
    await page.locator('input[name=username]').fill('school-office')
    await page.locator('input[name=password]').fill('not the password')
    await page.locator('#form button[type=submit]').click()
    await page.locator('#form [aria-invalid], [role=alert]').first().waitFor()
    await checkPage(page)
    expect(await page.locator('input[name=username]').inputValue()).toBe('school-office')
  })

  test('one who signed in sees the start page, and a word where there is no page', async ({ open }) => {
    const page = await open(viewport, { as: 'school-office' })
    await visit(page, '/')
    await visit(page, '/no-such-page', { status: 404 })
  })

  test('without the session the start page asks again', async ({ open }) => {
    const page = await open(viewport, { as: 'teacher' })
    await page.context().clearCookies()
    await visit(page, '/')
    expect(new URL(page.url()).pathname).toBe('/login')
    await signIn(page, 'teacher')
    expect(new URL(page.url()).pathname).toBe('/')
    await settled(page)
  })
})
