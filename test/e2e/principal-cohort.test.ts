/** A cohort of 名校长 from the application to the place, and to who moves up: six roles, one return for correction at each step. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { newId } from '#app/platform/ids.ts'
import { buildCounty, buildPerson, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { accountsOf, datedWorld, main, pathOf, send } from './dated-world.ts'
import { checkPage, settled, test, visit } from './harness.ts'

const HEADS = [
  { username: 'head-wang', name: '王志远', school: '梁水镇中心小学' },
  { username: 'head-li', name: '李秀兰', school: '实验小学' },
] as const
const JUDGES = ['judge-a', 'judge-b', 'judge-c'] as const

async function buildWorld(db: Db): Promise<void> {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id, name: '东昌府区' })
  const account = accountsOf(db)
  for (const { username, name, school } of HEADS) {
    const { id: workOrgId } = await buildSchool(db, {
      parentId: county.id,
      name: school,
      stages: ['primary'],
    })
    const appointment = { workOrgId, schoolPost: 'principal', stage: 'primary', validFrom: '2018-08-01' }
    const person = await buildPerson(db, { name, birthDate: '1982-03-04', appointment })
    await account(username, workOrgId, undefined, person.id)
  }
  await account('city-registrar', city.id, 'registrar')
  await account('city-leader', city.id, 'leader')
  await account('county-registrar', county.id, 'registrar')
  for (const username of JUDGES) await account(username, city.id)
  const setting = {
    key: 'principals.judges_least',
    value: 3,
    source: '聊教函〔2027〕9 号',
    setByName: '市局',
  }
  await db.policySetting.create({
    data: { id: newId(), organisationId: city.id, ...setting, validFrom: toDbDate('2020-01-01') },
  })
}

const { on, visitorsOf, hasDefect } = datedWorld('principals', buildWorld)

async function apply(page: Page, plan: string): Promise<void> {
  await visit(page, '/')
  await main(page)
    .getByRole('link', { name: /名校长可以申报|份名校长申报退回修改/ })
    .click()
  await page.waitForURL(/\/me\/principals\/[0-9a-f-]{36}$/)
  await settled(page)
  await page.fill('textarea[name=plan]', plan)
  await checkPage(page)
  await send(page, '申报')
  await main(page).getByText('待县区推荐').waitFor()
}

async function countySays(page: Page, cohort: string, name: string, word: string, note = ''): Promise<void> {
  await visit(page, cohort)
  await main(page).getByRole('link', { name }).click()
  await page.waitForURL(/\/candidates\/[0-9a-f-]{36}$/)
  await settled(page)
  await page.getByLabel(word, { exact: true }).check()
  if (note) await page.fill('[name=note]', note)
  await checkPage(page)
  await send(page, '提交')
}

/** Every candidate, in the order of their numbers. */
async function judge(page: Page, points: readonly [string, string, string]): Promise<void> {
  await visit(page, '/me/judging')
  for (const at of [0, 1]) {
    await main(page).locator('tbody th a').nth(at).click()
    await page.waitForURL(/candidate=/)
    await settled(page)
    for (const [field, given] of points.entries()) await page.fill(`[name=points${field}]`, given)
    if (at === 0) await checkPage(page)
    await send(page, '保存评分')
    await page.waitForURL(/\/me\/judging$/)
  }
  await main(page).getByText('待评 0 人').waitFor()
}

async function decide(page: Page, decision: 'approve' | 'return', comment = ''): Promise<void> {
  await visit(page, '/approvals')
  await main(page).locator('tbody th a').first().click()
  await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
  await settled(page)
  await checkPage(page)
  await page.locator(`[name=decision][value=${decision}]`).check()
  if (comment) await page.fill('[name=comment]', comment)
  await send(page, '提交决定')
}

test('from the application to the place, and who moves up', { timeout: 900_000 }, async ({ open }) => {
  const as = visitorsOf(open)

  await on('2027-03-01')
  let bureau = await as('city-registrar')
  await visit(bureau, '/principals/cohorts/new')
  await bureau.locator('[name=orgId]').selectOption({ index: 1 })
  await bureau.fill('[name=title]', '第三届水城名校长培养工程')
  await bureau.fill('[name=documentNo]', '聊教函 8 号')
  await bureau.fill('[name=places]', '1')
  await bureau.fill('[name=closesOn]', '2027-03-20')
  await bureau.fill('[name=cycleFrom]', '2027-09-01')
  await checkPage(bureau)
  await send(bureau, '启动')
  await main(bureau).getByText('保留的名额合计超过总名额').first().waitFor()
  await bureau.fill('[name="shares.0.places"]', '0')
  await send(bureau, '启动')
  await bureau.waitForURL(/\/principals\/cohorts\/[0-9a-f-]{36}$/)
  const cohort = pathOf(bureau)
  await checkPage(bureau)

  const [wang, li] = [await as('head-wang', 'phone'), await as('head-li', 'phone')]
  await apply(wang, '王志远在梁水镇中心小学带队三年')
  await apply(li, '课程建设三年规划')
  const county = await as('county-registrar')
  await countySays(county, cohort, '李秀兰', '退回修改', '请补充办学业绩')
  await main(county).getByText('退回修改').first().waitFor()
  await apply(li, '办学业绩与课程建设三年规划')
  await countySays(county, cohort, '李秀兰', '推荐')
  await countySays(county, cohort, '王志远', '推荐')

  await on('2027-03-21')
  bureau = await as('city-registrar')
  await visit(bureau, `${cohort}/judges`)
  await bureau.fill('[name=names]', JUDGES.slice(0, 2).join('\n'))
  await send(bureau, '确定评委')
  await main(bureau).getByText('评委不少于 3 名').first().waitFor()
  await bureau.fill('[name=names]', JUDGES.join('\n'))
  await send(bureau, '确定评委')
  await bureau.waitForURL(new RegExp(`${cohort}$`))
  const judges = [await as('judge-a'), await as('judge-b', 'phone'), await as('judge-c')]
  const [first] = judges as [Page]
  await visit(first, '/me/judging')
  for (const at of [0, 1]) {
    await main(first).locator('tbody th a').nth(at).click()
    await first.waitForURL(/candidate=/)
    await settled(first)
    const shown = (await first.content()) ?? ''
    for (const { name, school } of HEADS) {
      expect(shown).not.toContain(name)
      expect(shown).not.toContain(school)
    }
  }
  await first.fill('[name=points0]', '31')
  await send(first, '保存评分')
  await main(first).getByText('请给每一项打分').first().waitFor()
  for (const page of judges) await judge(page, ['25', '35.5', '26'])
  await visit(bureau, cohort)
  await checkPage(bureau)
  await send(bureau, '结束盲评，进入答辩')
  await main(bureau).getByText('答辩中').waitFor()
  for (const page of judges) await judge(page, ['36', '27', '25'])
  await visit(bureau, cohort)
  await main(bureau).getByText('拟入选').waitFor()
  await checkPage(bureau)
  await send(bureau, '按评分生成名单，提交审批')
  await main(bureau).getByText('审批公示').waitFor()

  const leader = await as('city-leader', 'phone')
  await decide(leader, 'return', '请附县区推荐说明')
  await visit(bureau, cohort)
  await send(bureau, '按评分生成名单，提交审批')
  await decide(leader, 'approve')
  const reader = await as(undefined, 'phone')
  await visit(reader, '/notices')
  await main(reader).locator('tbody th a').first().click()
  await reader.waitForURL(/\/notices\/[0-9a-f-]{36}$/)
  await settled(reader)

  await on('2027-05-10')
  // Even scores: who has been a head for longer, else the order of ids, decides; whoever it is, both say yes.
  const [one, other] = [await as('head-wang', 'phone'), await as('head-li', 'phone')]
  for (const page of [one, other]) {
    await visit(page, '/')
    await main(page)
      .getByRole('link', { name: /名校长名额待您确认/ })
      .click()
    await page.waitForURL(/\/me\/principals\//)
    await settled(page)
    await checkPage(page)
    await send(page, '确认参加培养')
    await main(page)
      .getByText(/第 1 号名额|递补第 1 位/)
      .waitFor()
  }
  bureau = await as('city-registrar')
  await visit(bureau, cohort)
  await main(bureau).getByText('递补等候').waitFor()
  await main(bureau)
    .getByRole('row', { name: /在培养/ })
    .getByRole('link')
    .click()
  await bureau.waitForURL(/\/candidates\//)
  await settled(bureau)
  await bureau.fill('[name=endNote]', '调离本市')
  await checkPage(bureau)
  await send(bureau, '退出')
  await main(bureau).getByText('已退出', { exact: true }).first().waitFor()
  await visit(bureau, cohort)
  await main(bureau)
    .getByRole('row', { name: /在培养/ })
    .waitFor()
  expect(await main(bureau).getByText('递补等候').count()).toBe(0)
  await checkPage(bureau)
  expect(hasDefect()).toBe(false)
})
