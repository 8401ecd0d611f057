/** Acts on a person as their pages answer: whose record, which version, what garbage gets, what a correction must say. */
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { CHANGE_ACTS, CORRECTED_NOUNS } from '#app/modules/registry/ui/acts.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import {
  loader as openChange,
  action as postChange,
} from '#app/routes/_app+/staff+/$personId_.change.$act.tsx'
import { loader as openCorrections } from '#app/routes/_app+/staff+/$personId_.correct.tsx'
import {
  loader as openCorrection,
  action as postCorrection,
} from '#app/routes/_app+/staff+/$personId_.correct_.$noun.tsx'
import { action as postHire } from '#app/routes/_app+/staff+/new.tsx'
import {
  buildAccount,
  buildCounty,
  buildHonour,
  buildPerson,
  buildSchool,
  buildStatus,
  buildTitle,
} from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

type Fields = Record<string, string | readonly string[]>
type Headers = Record<string, string>

const registrarOf = async (db: Db, organisationId: string): Promise<Headers> => {
  const account = await buildAccount(db, { organisationId, grants: ['registrar'] })
  return { ...(await signedIn(account.id)), 'Accept-Language': 'zh-CN' }
}

/** A county with two schools and its registrar; somebody with one of every dated fact works in the first. */
async function buildPlace(db: Db) {
  const county = await buildCounty(db)
  const here = await buildSchool(db, { parentId: county.id })
  const there = await buildSchool(db, { parentId: county.id })
  const { id } = await buildPerson(db, { name: '王秀英', appointment: { workOrgId: here.id } })
  const title = await buildTitle(db, { personId: id })
  const honour = await buildHonour(db, { personId: id })
  const status = await buildStatus(db, { personId: id, validFrom: '2026-01-01' })
  const appointment = await db.appointment.findFirstOrThrow({ where: { personId: id } })
  const periods: Record<string, string> = {
    ...{ appointment: appointment.id, title: title.id, honour: honour.id, status: status.id },
  }
  return { county, here, there, id, periods, headers: await registrarOf(db, county.id) }
}

const changePath = (id: string, act: string) => `/staff/${id}/change/${act}`
const change = (headers: Headers, personId: string, act: string, fields: Fields) =>
  answerOf<ActReply>(postChange, postRequest(changePath(personId, act), fields, headers), { personId, act })
const changeForm = (headers: Headers, personId: string, act: string) =>
  answerOf<FormView>(openChange, getRequest(changePath(personId, act), headers), { personId, act })

const correctPath = (id: string, noun: string, period?: string) =>
  `/staff/${id}/correct/${noun}${period ? `?period=${period}` : ''}`
const correct = (headers: Headers, personId: string, noun: string, period: string, fields: Fields) =>
  answerOf<ActReply>(postCorrection, postRequest(correctPath(personId, noun, period), fields, headers), {
    ...{ personId, noun },
  })
const correctionForm = (headers: Headers, personId: string, noun: string, period?: string) =>
  answerOf<FormView>(openCorrection, getRequest(correctPath(personId, noun, period), headers), {
    ...{ personId, noun },
  })

/** What the form would send as it stands. */
function filled({ sections, hidden }: FormView): Fields {
  const fields = sections.flatMap((section) => section.fields)
  const typed = fields
    .filter(({ kind, value }) => kind !== 'check' || value === 'yes')
    .map(({ name, values, value }) => [name, values ?? value ?? ''] as const)
  return { ...Object.fromEntries(typed), ...hidden }
}

const written = (db: Db) => db.auditEntry.count()

describe("another county's person", () => {
  test('is not there, whatever is asked or sent', async ({ db }) => {
    const { id, periods } = await buildPlace(db)
    const stranger = await registrarOf(db, (await buildCounty(db)).id)
    for (const act of CHANGE_ACTS) {
      expect((await changeForm(stranger, id, act)).status, act).toBe(404)
      expect((await change(stranger, id, act, { version: '1', intent: 'commit' })).status, act).toBe(404)
    }
    for (const noun of CORRECTED_NOUNS) {
      const period = periods[noun] ?? ''
      expect((await correctionForm(stranger, id, noun, period)).status, noun).toBe(404)
      const sent = { version: '1', reason: '错', intent: 'commit' }
      expect((await correct(stranger, id, noun, period, sent)).status, noun).toBe(404)
    }
    const list = getRequest(`/staff/${id}/correct`, stranger)
    expect((await answerOf(openCorrections, list, { personId: id })).status).toBe(404)
    expect(await written(db)).toBe(0)
  })

  test("is not corrected by way of one's own: a period of somebody else is not there", async ({ db }) => {
    const own = await buildPlace(db)
    const other = await buildPlace(db)
    for (const noun of CORRECTED_NOUNS.filter((one) => one !== 'identity')) {
      const period = other.periods[noun] ?? ''
      expect((await correctionForm(own.headers, own.id, noun, period)).status, noun).toBe(404)
      expect((await correct(own.headers, own.id, noun, period, { version: '1' })).status, noun).toBe(404)
    }
    const ends = { version: '1', periodId: other.periods.honour ?? '', day: '2026-02-01' }
    expect((await change(own.headers, own.id, 'end-honour', ends)).status).toBe(409)
    expect(await written(db)).toBe(0)
  })

  test('cannot be taken over, nor anybody sent to its schools', async ({ db }) => {
    const own = await buildPlace(db)
    const foreign = await buildSchool(db)
    const form = filled((await changeForm(own.headers, own.id, 'post')).value)
    const sent = { ...form, workOrgId: foreign.name, validFrom: '2026-03-01', intent: 'commit' }
    const { status, value } = await change(own.headers, own.id, 'post', sent)
    expect(status).toBe(422)
    expect(value.errors).toEqual({ workOrgId: 'form.organisation_unknown' })
    expect(value.values.validFrom).toBe('2026-03-01')
  })
})

describe('two people at one record', () => {
  test('the second is told, keeps what was typed, and may then go on', async ({ db }) => {
    const { id, headers } = await buildPlace(db)
    const form = filled((await changeForm(headers, id, 'title')).value)
    const award = { ...form, titleLevel: 'senior', awardedAs: '中学高级教师', validFrom: '2026-05-01' }
    const facts = { ...filled((await changeForm(headers, id, 'facts')).value), nativePlace: '山东聊城' }
    expect((await change(headers, id, 'facts', facts)).to).toBe(`/staff/${id}`)

    // A mistake in between does not hide that the record is another one by now.
    const wrong = await change(headers, id, 'title', { ...award, validFrom: '2026-02-30' })
    expect(wrong).toMatchObject({
      status: 422,
      value: { values: { version: '1', awardedAs: '中学高级教师' } },
    })
    const second = await change(headers, id, 'title', { ...award, version: wrong.value.values.version ?? '' })
    expect(second.status).toBe(409)
    expect(second.value.errors).toEqual({ '': 'registry.refused.changed_meanwhile' })
    expect(second.value.values).toMatchObject({ awardedAs: '中学高级教师', validFrom: '2026-05-01' })
    expect(await db.titlePeriod.count()).toBe(1)

    expect((await change(headers, id, 'title', second.value.values)).to).toBe(`/staff/${id}`)
    expect(await db.titlePeriod.count()).toBe(2)
  })

  test('a version that is missing or none is refused, never overlooked', async ({ db }) => {
    const { id, headers } = await buildPlace(db)
    const award = { titleLevel: 'senior', validFrom: '2026-05-01' }
    for (const version of [undefined, 'x', '-1', '1.5']) {
      const sent = version === undefined ? award : { ...award, version }
      expect((await change(headers, id, 'title', sent)).status, version).toBe(422)
    }
    expect(await written(db)).toBe(0)
  })
})

describe('check your answers', () => {
  test('ending a service says from when, and writes nothing until it is confirmed', async ({ db }) => {
    const { id, headers } = await buildPlace(db)
    const form = filled((await changeForm(headers, id, 'end')).value)
    const sent = { ...form, lastDay: ' 2026-06-30 ', reason: 'resigned' }
    const { value } = await change(headers, id, 'end', sent)
    expect(value.check?.consequences.join()).toContain('2026年7月1日')
    expect(value.check?.isDanger).toBe(true)
    expect(await written(db)).toBe(0)
    const back = await change(headers, id, 'end', { ...value.values, intent: 'edit' })
    expect(back.value).toMatchObject({ errors: {}, values: { reason: 'resigned' } })
    const done = await change(headers, id, 'end', { ...value.values, intent: 'commit' })
    expect(done.to).toBe(`/staff/${id}`)
    expect((await changeForm(headers, id, 'rehire')).status).toBe(200)
  })

  test('retiring shows the ground, and that a day is early', async ({ db }) => {
    const { id, headers } = await buildPlace(db)
    const { value: view } = await changeForm(headers, id, 'retire')
    expect(view.why?.reasons[0]?.clause).toContain('延迟法定退休年龄')
    const { value } = await change(headers, id, 'retire', { ...filled(view), lastDay: '2026-06-30' })
    expect(value.check?.lines).toContainEqual(expect.objectContaining({ after: '2026-06-30' }))
    expect(value.check?.consequences).toHaveLength(3)
  })
})

describe('a correction', () => {
  test.for(CORRECTED_NOUNS)('of %s wants a reason, and stands in the trail as such', async (noun, { db }) => {
    const { id, headers, periods } = await buildPlace(db)
    const period = periods[noun] ?? ''
    const form = filled((await correctionForm(headers, id, noun, period)).value)
    const mended = { ...form, ...(noun === 'identity' ? { name: '王秀瑛' } : { documentNo: '聊教字1号' }) }
    const without = await correct(headers, id, noun, period, { ...mended, reason: ' ', intent: 'commit' })
    expect(without).toMatchObject({ status: 422, value: { errors: { reason: 'form.required' } } })
    expect(without.value.values).toMatchObject(
      noun === 'identity' ? { name: '王秀瑛' } : { documentNo: '聊教字1号' },
    )
    expect(await written(db)).toBe(0)

    const reason = '录入时看错'
    const checked = await correct(headers, id, noun, period, { ...mended, reason })
    expect(checked.value.check?.lines.length).toBe(2)
    const done = await correct(headers, id, noun, period, { ...checked.value.values, intent: 'commit' })
    expect(done.to).toBe(`/staff/${id}`)
    const action = `${noun === 'identity' ? 'person' : noun}.corrected`
    expect(await db.auditEntry.findMany()).toMatchObject([{ action, reason }])
  })

  test.for(['title', 'honour', 'status'] as const)('takes out a %s that never was', async (noun, { db }) => {
    const { id, headers, periods } = await buildPlace(db)
    const period = periods[noun] ?? ''
    const form = filled((await correctionForm(headers, id, noun, period)).value)
    const sent = { ...form, remove: 'yes', reason: '张冠李戴' }
    const { value } = await correct(headers, id, noun, period, sent)
    expect(value.check).toMatchObject({ isDanger: true })
    expect(value.check?.consequences[0]).toContain(noun === 'status' ? '2026-01-01' : '2015-09-01')
    await correct(headers, id, noun, period, { ...value.values, intent: 'commit' })
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: `${noun}.corrected`, reason: '张冠李戴' },
    ])
    expect((await correctionForm(headers, id, noun, period)).status).toBe(404)
  })
})

describe('hiring somebody known', () => {
  const idNumber = madeResidentId('1985-06-15', 700)
  const hire = (headers: Headers, school: string) => {
    const fields = { name: '王秀英', idKind: '1', idNumber, workOrgId: school, validFrom: '2026-09-01' }
    return answerOf<ActReply>(postHire, postRequest('/staff/new', fields, headers))
  }

  test.for([
    ['in service leads to a change of post', null, 'post'],
    ['who left leads to a rehire', '2024-01-01', 'rehire'],
  ] as const)('%s', async ([, validTo, act], { db }) => {
    const { here, headers } = await buildPlace(db)
    const { id } = await buildPerson(db, { idNumber, appointment: { workOrgId: here.id, validTo } })
    if (validTo) await buildStatus(db, { personId: id, status: 'left', validFrom: validTo })
    const { status, value } = await hire(headers, here.name)
    expect(status).toBe(422)
    expect(value.errors).toEqual({ idNumber: 'staff.hire_known' })
    expect(value.instead?.href).toBe(`/staff/${id}/change/${act}`)
    expect(value.values).toMatchObject({ name: '王秀英', idNumber })
    expect(await written(db)).toBe(0)
  })

  test('elsewhere is refused without a word about who or where', async ({ db }) => {
    const { here, headers } = await buildPlace(db)
    await buildPerson(db, { name: '西门庆', idNumber })
    const { status, value } = await hire(headers, here.name)
    expect(status).toBe(422)
    expect(value.errors).toEqual({ idNumber: 'staff.hire_known_elsewhere' })
    expect(value.instead).toBeUndefined()
    expect(JSON.stringify(value)).not.toContain('西门庆')
  })
})

test('garbage in any field of any act is refused, never a failure', { timeout: 120_000 }, async ({ db }) => {
  const { id, headers, periods, here } = await buildPlace(db)
  const garbage = fc.oneof(
    fc.constantFrom('', '\0', '2026-02-30', '0000-00-00', '9999-12-31', '2099-12-31', ' 2026-01-01 ', '１２'),
    fc.constantFrom(
      '𠮷'.repeat(300),
      '\u202e',
      "'; drop table person; --",
      '=cmd|x',
      '-1',
      '1e999',
      here.name,
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constant(['2026-01-01', 'senior']),
  )
  const intents = fc.constantFrom('', 'commit', 'edit', 'x')
  const acts = [
    ...CHANGE_ACTS.map((act) => ({ act, noun: '' })),
    ...CORRECTED_NOUNS.map((noun) => ({ act: '', noun })),
  ]
  for (const { act, noun } of acts) {
    const period = periods[noun] ?? ''
    const open = () => (act ? changeForm(headers, id, act) : correctionForm(headers, id, noun, period))
    const form = filled((await open()).value)
    const names = Object.keys(form).filter((name) => name !== 'version')
    const typed = fc.dictionary(fc.constantFrom(...names, 'unknown'), garbage, { minKeys: 1 })
    await fc.assert(
      fc.asyncProperty(typed, intents, async (fields, intent) => {
        const { version } = await db.person.findUniqueOrThrow({ where: { id } })
        const sent = { ...form, ...fields, version: String(version), intent }
        const answer = act
          ? await change(headers, id, act, sent)
          : await correct(headers, id, noun, period, sent)
        expect([200, 302, 404, 409, 422], JSON.stringify(sent)).toContain(answer.status)
      }),
      { numRuns: 20 },
    )
  }
})
