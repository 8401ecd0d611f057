/** A researcher is named, keeps contact with a village school, and meets the term's duty by the school's word. */
import { expect } from 'vitest'
import type { Db } from '#app/platform/database/client.server.ts'
import { buildCounty, buildPerson, buildPrefecture, buildSchool } from '#test/factories/registry.ts'
import { accountsOf, datedWorld, main, send } from './dated-world.ts'
import { checkPage, settled, test, visit } from './harness.ts'

const VILLAGE = '梁水镇中心小学'
const TOWN = '实验小学'
let staffNumber = ''

async function buildWorld(db: Db): Promise<void> {
  const county = await buildCounty(db, { parentId: (await buildPrefecture(db)).id, name: '东昌府区' })
  const school = (name: string, placeType: string) =>
    buildSchool(db, { parentId: county.id, name, placeType, stages: ['primary'] })
  const [town, village] = [await school(TOWN, '111'), await school(VILLAGE, '220')]
  const person = await buildPerson(db, { name: '周敏', appointment: { workOrgId: town.id } })
  staffNumber = person.staffNumber
  const account = accountsOf(db)
  await account('registrar', county.id, 'registrar')
  await account('office', village.id, 'school_office')
  await account('researcher', town.id, undefined, person.id)
}

const { on, visitorsOf, hasDefect } = datedWorld('researcher', buildWorld)

test('from being named to a duty that is met', { timeout: 400_000 }, async ({ open }) => {
  const as = visitorsOf(open)
  await on('2026-11-02')

  const registrar = await as('registrar')
  await visit(registrar, '/studios/researchers')
  await checkPage(registrar)
  await main(registrar).getByRole('link', { name: '聘任教研员' }).click()
  await settled(registrar)
  await registrar.fill('input[name=staffNumber]', staffNumber)
  await registrar.selectOption('select[name=stage]', 'primary')
  await registrar.selectOption('select[name=subject]', 'mathematics')
  await checkPage(registrar)
  await send(registrar, '聘任')
  await main(registrar).getByRole('heading', { name: '周敏' }).waitFor()
  for (const name of [VILLAGE, TOWN]) {
    await main(registrar).getByRole('link', { name: '增加联系点' }).click()
    await settled(registrar)
    await registrar.fill('input[name=schoolId]', name)
    await registrar.fill('textarea[name=goal]', '两年内建起数学校本教研制度')
    await send(registrar, '确定')
    await main(registrar)
      .getByRole('row', { name: new RegExp(name) })
      .waitFor()
  }
  await checkPage(registrar)

  const researcher = await as('researcher', 'phone')
  await visit(researcher, '/me/studios')
  await main(researcher).getByRole('link', { name: '教研员履职' }).click()
  await settled(researcher)
  await main(researcher).getByRole('link', { name: '登记到校' }).click()
  await settled(researcher)
  await researcher.fill('input[name=schoolId]', VILLAGE)
  await researcher.fill('input[name=title]', '示范课：分数的意义')
  await checkPage(researcher)
  await send(researcher, '登记')
  await main(researcher).getByText('待学校确认').waitFor()
  await checkPage(researcher)

  const office = await as('office', 'phone')
  await visit(office, '/studios/visits/research')
  await checkPage(office)
  await send(office, '确认')
  await main(office).getByText('学校已确认').waitFor()

  await visit(registrar, '/studios/researchers?outcome=met')
  await main(registrar)
    .getByRole('row', { name: /周敏.*已完成/ })
    .waitFor()
  expect(hasDefect()).toBe(false)
})
