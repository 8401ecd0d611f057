/** A studio fills: a village teacher asks to join on the phone and is taken; next term's outreach is proposed, sent and taken. */
import { expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import { buildCounty, buildPerson, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { buildStudio } from '#test/factories/studios.ts'
import { accountsOf, datedWorld, main, send } from './dated-world.ts'
import { checkPage, settled, test, visit } from './harness.ts'

const VILLAGE = '梁水镇中心小学'
let studioPath = ''

async function buildWorld(db: Db): Promise<void> {
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id, name: '东昌府区' })
  const school = (name: string, placeType: string) =>
    buildSchool(db, { parentId: county.id, name, placeType, stages: ['primary'] })
  const [home, village] = [await school('实验小学', '111'), await school(VILLAGE, '220')]
  const teacher = (name: string, workOrgId: string) =>
    buildPerson(db, {
      name,
      appointment: { workOrgId, stage: 'primary', subject: 'chinese', staffCategory: 'full_time_teacher' },
    })
  const [leader, trainee] = [await teacher('王晓红', home.id), await teacher('李静', village.id)]
  const term = { validFrom: '2026-09-01', validTo: '2029-09-01' }
  const studio = await buildStudio(db, { orgId: city.id, schoolId: home.id, leaderId: leader.id, ...term })
  studioPath = `/me/studios/${studio.id}`
  const account = accountsOf(db)
  await account('leader', home.id, undefined, leader.id)
  await account('trainee', village.id, undefined, trainee.id)
  await account('registrar', city.id, 'registrar')
}

const { on, visitorsOf, hasDefect } = datedWorld('members', buildWorld)

test('from the wish to join to a visit that is taken', { timeout: 400_000 }, async ({ open }) => {
  const as = visitorsOf(open)
  await on('2026-11-02')

  const trainee = await as('trainee', 'phone')
  await visit(trainee, '/me/studios/join')
  await main(trainee).getByRole('link', { name: '读写工作室' }).click()
  await settled(trainee)
  await trainee.fill('textarea[name=note]', '想学单元整体教学')
  await send(trainee, '申请')
  await trainee.waitForURL(({ pathname }) => pathname === '/me/studios')
  await checkPage(trainee)

  const leader = await as('leader')
  await visit(leader, `${studioPath}/members`)
  expect(await main(leader).getByText('李静，梁水镇中心小学').count()).toBe(1)
  await checkPage(leader)
  await send(leader, '同意')
  await main(leader)
    .getByRole('row', { name: /李静.*学员.*乡村/ })
    .waitFor()
  await visit(leader, `${studioPath}/pairs/new`)
  await leader.selectOption('select[name=mentorId]', { index: 1 })
  await leader.selectOption('select[name=traineeId]', { index: 1 })
  await leader.fill('textarea[name=goal]', '一年内上一节县级公开课')
  await send(leader, '结对')
  await main(leader)
    .getByRole('row', { name: /李静.*王晓红.*公开课/ })
    .waitFor()

  const registrar = await as('registrar')
  await visit(registrar, '/studios/coverage')
  expect(
    await main(registrar)
      .getByRole('row', { name: new RegExp(VILLAGE) })
      .count(),
  ).toBe(1)
  await checkPage(registrar)
  await visit(registrar, '/studios/proposals')
  await send(registrar, '计算下学期建议')
  await main(registrar).getByRole('button', { name: '发给主持人' }).waitFor()
  await checkPage(registrar)
  await send(registrar, '发给主持人')
  await main(registrar).getByText('已发出', { exact: true }).waitFor()

  await visit(leader, `${studioPath}/proposed`)
  await checkPage(leader)
  await main(leader)
    .getByRole('link', { name: `接受并安排 ${VILLAGE}` })
    .click()
  await settled(leader)
  expect(await leader.inputValue('input[name=hostId]')).toContain(VILLAGE)
  await leader.fill('input[name=day]', '2027-03-17')
  await leader.fill('input[name=title]', '送教下乡：单元整体教学')
  await send(leader, '核对')
  await main(leader).locator('button[value=commit]').click()
  await leader.waitForURL(({ pathname }) => pathname === studioPath)
  await visit(leader, `${studioPath}/proposed`)
  expect(await main(leader).getByText('已接受').count()).toBe(1)

  await visit(trainee, '/forums')
  expect(await trainee.getByText('读写工作室').count()).toBe(1)
  await checkPage(trainee)
  expect(hasDefect()).toBe(false)
})
