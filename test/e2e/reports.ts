/** Reports of hours, as a browser test fills them in. */
import type { Page } from 'playwright-core'
import { certificatePicture } from '#app/modules/training/certificate-picture.ts'

export const photo = () => ({
  ...{ name: '证书.png', mimeType: 'image/png' },
  buffer: Buffer.from(certificatePicture()),
})

/** The n-th weekend before this one, but for June and September: then the demo's people are away at courses. */
export function weekend(n: number): [saturday: string, sunday: string] {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() - day.getUTCDay() - 1)
  for (let left = n; ; day.setUTCDate(day.getUTCDate() - 7)) {
    if (![5, 8].includes(day.getUTCMonth())) left--
    if (left === 0) break
  }
  const next = new Date(day.getTime() + 86_400_000)
  return [day.toISOString().slice(0, 10), next.toISOString().slice(0, 10)]
}

type Course = { title: string; days: readonly [string, string]; hours: string }

/** Fills in the form of a course that stands open, its certificate too. */
export async function fillCourse(page: Page, { title, days: [first, last], hours }: Course): Promise<void> {
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=level]').selectOption('county')
  await page.locator('[name=category]').selectOption('pedagogy')
  await page.locator('[name=provider]').fill('区教师发展中心')
  await page.locator('[name=startsOn]').fill(first)
  await page.locator('[name=lastDay]').fill(last)
  await page.locator('[name=hours]').fill(hours)
  await page.locator('[name=proof]').setInputFiles(photo())
}
