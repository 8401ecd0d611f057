/** Home: the own record at a glance, what waits by room, what changed lately; nothing of anybody else. */
import { describe, expect } from 'vitest'
import type { HomeView } from '#app/composition/home.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays, addMonths } from '#app/platform/dates.ts'
import { loader } from '#app/routes/_app+/index.tsx'
import { buildExemption } from '#test/factories/exchange.ts'
import { buildAccount, buildCounty, buildPerson, buildSchool, buildTitle } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id, name: '实验小学' })
  const validFrom = addMonths(today(), -50)
  const person = await buildPerson(db, {
    ...{ name: '王秀英', sex: '2', birthDate: '1980-05-20' },
    appointment: { workOrgId: school.id, validFrom },
  })
  await buildTitle(db, { personId: person.id })
  return { county, school, person }
}

async function homeOf(accountId: string): Promise<HomeView> {
  const request = getRequest('/', { ...(await signedIn(accountId)), 'Accept-Language': 'zh-CN' })
  const { value } = await answerOf<{ view: HomeView }>(loader, request)
  return value.view
}

describe('home', () => {
  test('of a teacher shows post, title, three units, years at the school and the retirement day', async ({
    db,
  }) => {
    const { county, person } = await buildWorld(db)
    const { id } = await buildAccount(db, { organisationId: county.id, personId: person.id })
    const { own, waiting, recent, quick } = await homeOf(id)
    expect(own.map(({ title }) => title)).toEqual(['我的档案', '我的学时'])
    const facts = Object.fromEntries((own[0]?.facts ?? []).map(({ term, value }) => [term, value]))
    expect(Object.keys(facts)).toEqual([
      '岗位',
      '职称',
      '编制单位',
      '工作单位',
      '发薪单位',
      '在本单位',
      '法定退休',
    ])
    expect(facts).toMatchObject({ 工作单位: '实验小学', 在本单位: '满 4 年' })
    expect(facts.法定退休).toMatch(/^20\d\d年\d+月20日$/)
    expect(recent.length).toBeGreaterThan(0)
    expect(recent.every(({ href }) => href === '/me/record')).toBe(true)
    expect([waiting, quick]).toEqual([[], []])
  })

  test('of an office lists what waits by room, and leads to it', async ({ db }) => {
    const { county, school, person } = await buildWorld(db)
    await buildPerson(db, { birthDate: null, appointment: { workOrgId: school.id } })
    const validFrom = addDays(today(), -200)
    const lapsing = { personId: person.id, validFrom, validTo: addDays(today(), 10) }
    const exemption = await buildExemption(db, lapsing)
    const { id } = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
    const { own, waiting } = await homeOf(id)
    expect(own).toEqual([])
    expect(waiting.map(({ room, tasks }) => [room, tasks.map(({ href }) => href)])).toEqual([
      ['registry', ['/staff?lacks=birthDate']],
      ['exchange', [`/exchange/exemptions/${exemption.id}`]],
    ])
  })

  test('of another county knows nothing of all this, of an account without roles nothing at all', async ({
    db,
  }) => {
    const { person } = await buildWorld(db)
    const [validFrom, validTo] = [addDays(today(), -9), addDays(today(), 9)]
    await buildExemption(db, { personId: person.id, validFrom, validTo })
    const other = await buildCounty(db)
    const registrar = await buildAccount(db, { organisationId: other.id, grants: ['registrar'] })
    expect((await homeOf(registrar.id)).waiting).toEqual([])
    const nobody = await buildAccount(db, { organisationId: other.id })
    expect(await homeOf(nobody.id)).toEqual({ own: [], waiting: [], recent: [], quick: [] })
  })
})
