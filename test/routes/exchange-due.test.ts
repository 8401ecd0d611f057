/** The pages of who is due: an exemption through its form, its proof, and the files of the lists. */
import { describe, expect } from 'vitest'
import { nextSchoolYear } from '#app/modules/exchange/due-filter.ts'
import { today } from '#app/platform/clock.server.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as dueFile } from '#app/routes/_app+/exchange+/due.export[.]xlsx.ts'
import { loader as dueList } from '#app/routes/_app+/exchange+/due.index.tsx'
import { loader as exemptionsFile } from '#app/routes/_app+/exchange+/exemptions.export[.]xlsx.ts'
import { action as record } from '#app/routes/_app+/exchange+/exemptions.new.tsx'
import { loader as targetsFile } from '#app/routes/_app+/exchange+/targets.export[.]xlsx.ts'
import { loader as download } from '#app/routes/_app+/files+/$attachmentId.ts'
import { loader as mine } from '#app/routes/_app+/me+/exchange.tsx'
import { buildAccount, buildCounty, buildPerson, buildSchool, buildTitle } from '#test/factories/registry.ts'
import { testContext } from '#test/harness/context.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

const context = testContext
const year = nextSchoolYear(today())

async function buildWorld(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { name: '王秀英', appointment: { workOrgId: school.id } })
  await buildTitle(db, { personId: person.id })
  const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
  const fields = {
    staffNumber: person.staffNumber,
    kind: 'illness',
    validFrom: '2027-05-01',
    lastDay: '2028-04-30',
    documentNo: '',
  }
  return { person, county, headers: await signedIn(account.id), fields }
}

const pdf = new File(['%PDF-1.4 proof'], '诊断"证明\r\n.pdf', { type: 'application/pdf' })
const script = new File(['<script>alert(1)</script>'], '证明.pdf', { type: 'application/pdf' })

function post(fields: Record<string, string | File>, headers: Record<string, string>) {
  const request = postRequest('/exchange/exemptions/new', fields, headers)
  return record({ request, params: {}, context })
}

describe('recording an exemption', () => {
  test('a file that is none of the kinds is refused at its field, and what was typed stays', async ({
    db,
  }) => {
    const { headers, fields } = await buildWorld(db)
    const refused = await post({ ...fields, proof: script }, headers)
    expect(refused).toMatchObject({
      init: { status: 422 },
      data: { errors: { proof: 'exemption.error_proof_kind' }, values: fields },
    })
    const empty = await post({ ...fields, kind: 'laziness', lastDay: '2028-02-30' }, headers)
    expect(empty).toMatchObject({
      init: { status: 422 },
      data: { errors: { kind: 'form.required', lastDay: 'form.date' } },
    })
    expect(await db.exchangeExemption.count()).toBe(0)
  })

  test('leads to it; the proof comes back as a download, under a name that breaks no header', async ({
    db,
  }) => {
    const { headers, fields } = await buildWorld(db)
    const done = await post({ ...fields, proof: pdf }, headers)
    const location = done instanceof Response ? done.headers.get('Location') : null
    const exemptionId = location?.split('/').at(-1)
    expect(await db.exchangeExemption.count({ where: { id: exemptionId } })).toBe(1)
    const { id: attachmentId } = await db.attachment.findFirstOrThrow()
    const sent = await download({ request: getRequest('/', headers), params: { attachmentId }, context })
    expect(sent.headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'")
    expect(await db.auditEntry.count({ where: { action: 'attachment.downloaded' } })).toBe(1)
    expect(sent.headers.get('Content-Type')).toBe('application/pdf')
    expect(sent.headers.get('Content-Disposition')).toMatch(/^attachment; /)
    expect(await sent.text()).toBe('%PDF-1.4 proof')
  })
})

describe('a form sent twice at once', () => {
  test('records once, and both are led to the same page; another form with another key is refused', async ({
    db,
  }) => {
    const { headers, fields } = await buildWorld(db)
    const formKey = newId()
    const once = () => post({ ...fields, formKey, proof: pdf }, headers)
    const [one, two] = await Promise.all([once(), once()])
    const locationOf = (answer: unknown) => (answer as Response).headers.get('Location')
    expect(locationOf(one)).toMatch(/^\/exchange\/exemptions\/[0-9a-f-]{36}$/)
    expect(locationOf(two)).toBe(locationOf(one))
    expect(await db.exchangeExemption.count()).toBe(1)
    expect(await db.auditEntry.count({ where: { action: 'exemption.recorded' } })).toBe(1)
    const other = await post({ ...fields, formKey: newId(), proof: pdf }, headers)
    expect(other).toMatchObject({ init: { status: 422 } })
  })

  test.each(['', 'x', "'; drop table form_act; --", '0'.repeat(5_000)])(
    'with %j for a key it acts as without one',
    async (formKey) => {
      const { db } = await database()
      const { headers, fields } = await buildWorld(db)
      expect(await post({ ...fields, formKey, proof: pdf }, headers)).toMatchObject({ status: 302 })
      expect(await db.formAct.count()).toBe(0)
    },
  )
})

describe('reading', () => {
  test('the list, wherever the address is wrong, is the list of those due', async ({ db }) => {
    const { headers, person } = await buildWorld(db)
    const odd = '/exchange/due?year=99999&county=x&stage=%00&cursor=%25%25&outcome=due&place='
    const view = await dueList({ request: getRequest(odd, headers), params: {}, context })
    expect(view.rows?.map(({ id }) => id)).toEqual([person.id])
    expect(view.filter.values.year).toBe(String(year))
  })

  test('one’s own decision, due or not, with reasons', async ({ db }) => {
    const { person, county } = await buildWorld(db)
    const account = await buildAccount(db, { organisationId: county.id, personId: person.id })
    const headers = await signedIn(account.id)
    const view = await mine({ request: getRequest('/me/exchange', headers), params: {}, context })
    expect(view).toMatchObject({ name: '王秀英', recordHref: null, staffHref: null })
    expect(view.decided?.why.outcome.label).toBe('应交流')
    expect(view.decided?.why.reasons.every(({ rule }) => !rule.startsWith('exchange.'))).toBe(true)
  })

  test.for([
    ['due', dueFile],
    ['exemptions', exemptionsFile],
    ['targets', targetsFile],
  ] as const)('%s goes out as a workbook', async ([name, loader], { db }) => {
    const { headers } = await buildWorld(db)
    const sent = await loader({
      request: getRequest(`/exchange/${name}/export.xlsx`, headers),
      params: {},
      context,
    })
    const bytes = new Uint8Array(await sent.arrayBuffer())
    expect(sent.headers.get('Content-Disposition')).toContain('.xlsx')
    expect([bytes[0], bytes[1]]).toEqual([0x50, 0x4b])
  })
})
