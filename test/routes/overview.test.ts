/** The overview of a staff: the same people as the roster, of the place and all below, for who sees them. */
import { describe, expect } from 'vitest'
import type { OverviewView } from '#app/modules/registry/ui/overview-view.server.ts'
import { tableTwin } from '#app/platform/charts/chart.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { loader as picture } from '#app/routes/_app+/organisations+/$organisationId_.overview.$chart[.]svg.ts'
import { loader as page } from '#app/routes/_app+/organisations+/$organisationId_.overview.index.tsx'
import { buildAccount, buildCounty, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, signedIn } from '#test/harness/request.ts'

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const [one, two] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
  ]
  const hire = (workOrgId: string, sex: string, birthDate: string | null) =>
    buildPerson(db, { sex, birthDate, appointment: { workOrgId } })
  await hire(one.id, '1', '1990-01-05')
  await hire(one.id, '2', '1972-03-05')
  await hire(two.id, '2', '2001-03-05')
  await hire(two.id, '2', null)
  await buildPerson(db)
  const account = await buildAccount(db, { organisationId: county.id, grants: ['inspector'] })
  return { county, one, headers: await signedIn(account.id) }
}

const overviewOf = (headers: Record<string, string>, organisationId: string) =>
  answerOf<OverviewView>(page, getRequest('/', headers), { organisationId })

const people = ({ charts }: OverviewView) =>
  charts.map(({ view }) =>
    tableTwin(view.chart)
      .rows.flatMap(([, ...figures]) => figures)
      .reduce((sum: number, figure) => sum + Number(figure), 0),
  )

describe('the overview', () => {
  test('counts everybody of the county once, and says who is left out', async ({ db }) => {
    const { county, one, headers } = await buildWorld(db)
    const { value } = await overviewOf(headers, county.id)
    expect(value.total).toBe('4')
    expect(people(value)[0]).toBe(3)
    expect(value.unknown).toContain('1')
    const school = await overviewOf(headers, one.id)
    expect([school.value.total, people(school.value)[0], school.value.unknown]).toEqual(['2', 2, null])
  })

  test('its pictures are at the addresses that the page names', async ({ db }) => {
    const { county, headers } = await buildWorld(db)
    const { value } = await overviewOf(headers, county.id)
    for (const { key, view } of value.charts) {
      const params = { organisationId: county.id, chart: key }
      const { status, response } = await answerOf(picture, getRequest(view.src, headers), params)
      expect([status, response?.headers.get('cache-control')]).toEqual([
        ...[200, 'private, max-age=31536000, immutable'],
      ])
      expect(await response?.text()).toContain('</svg>')
    }
  })

  test('of a place out of scope, or a chart that is none, is not there', async ({ db }) => {
    const { county } = await buildWorld(db)
    const other = await buildCounty(db)
    const account = await buildAccount(db, { organisationId: other.id, grants: ['registrar'] })
    const headers = await signedIn(account.id)
    const params = { organisationId: county.id, chart: 'ages' }
    const asked = [
      await overviewOf(headers, county.id),
      await answerOf(picture, getRequest('/', headers), params),
      await answerOf(picture, getRequest('/', headers), { organisationId: other.id, chart: '../ages' }),
      await answerOf(picture, getRequest('/', headers), { organisationId: 'x', chart: 'ages' }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})
