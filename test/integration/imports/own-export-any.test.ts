/** Whatever stands in a registry: its own list, imported again, changes nothing; a cell that was edited is that change. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { CODE_LISTS } from '#app/modules/registry/codes/index.ts'
import { nationalSheet } from '#app/modules/registry/national.sheets.server.ts'
import { EVERYBODY } from '#app/modules/registry/roster.ts'
import { ROSTER_COLUMNS } from '#app/modules/registry/roster-columns.ts'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { suggestProfile } from '#app/platform/imports/mapping.server.ts'
import { createBatch } from '#app/platform/imports/upload.server.ts'
import {
  actorWith,
  buildAppointment,
  buildCounty,
  buildHonour,
  buildPerson,
  buildPrefecture,
  buildSchool,
  buildStatus,
  buildTitle,
} from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { exportedRoster, keptSheet, suggestedFor, workbookOf } from './own-lists.ts'
import { checked, codesOf, shown, uploadOf } from './steps.ts'

const codeOf = (list: readonly { code: string }[]) => fc.constantFrom(...list.map(({ code }) => code))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

/** Schools by number: two counties have some of the same names. */
const schools = ['中心小学', '第一中学', '中心小学', '希望小学（北校区）', 'St. Mary 学校'] as const
const school = fc.nat(2 * schools.length - 1)

const aPerson = fc.record({
  name: fc.constantFrom('王秀英', '张伟', '欧阳娜娜', '阿依古丽·买买提', 'Anna Müller', '𠮷野'),
  sex: codeOf(CODE_LISTS.sex),
  birthDate: maybe(day('1960-01-01', '2003-12-31')),
  hasNumber: fc.boolean(),
  since: day('2010-01-01', '2026-08-31'),
  works: school,
  establishment: maybe(school),
  pay: maybe(school),
  staffCategory: maybe(codeOf(CODE_LISTS.staffCategory)),
  schoolPost: maybe(codeOf(CODE_LISTS.schoolPost)),
  stage: maybe(codeOf(CODE_LISTS.stage)),
  subject: maybe(codeOf(CODE_LISTS.subject)),
  educationLevel: maybe(codeOf(CODE_LISTS.educationLevel)),
  title: maybe(codeOf(CODE_LISTS.titleLevel.filter(({ code }) => code !== 'none'))),
  status: maybe(codeOf(CODE_LISTS.staffStatus.filter(({ code }) => code !== 'in_post'))),
  honours: fc.uniqueArray(codeOf(CODE_LISTS.honour), { maxLength: 3 }),
  beside: maybe(school),
})
type Made = typeof aPerson extends fc.Arbitrary<infer Value> ? Value : never

async function buildRegistry(db: PrismaClient, people: readonly Made[]) {
  const { id: rootId } = await buildPrefecture(db)
  const ids: string[] = []
  for (const name of ['阳谷县', '莘县']) {
    const { id: parentId } = await buildCounty(db, { parentId: rootId, name })
    for (const school of schools) ids.push((await buildSchool(db, { parentId, name: school })).id)
  }
  const idOf = (no: number | null) => (no === null ? null : (ids[no] ?? null))
  for (const made of people) {
    const { name, sex, birthDate, hasNumber, since, works, establishment, pay, educationLevel } = made
    const { staffCategory, schoolPost, stage, subject, title, status, honours, beside } = made
    const { id: personId } = await buildPerson(db, {
      ...{ name, sex, birthDate, educationLevel, ...(hasNumber ? {} : { idNumber: null }) },
      appointment: {
        ...{ validFrom: since, workOrgId: idOf(works) ?? '', staffCategory, schoolPost, stage, subject },
        ...{ establishmentOrgId: idOf(establishment), payOrgId: idOf(pay) },
      },
    })
    if (title) await buildTitle(db, { personId, titleLevel: title, validFrom: since })
    if (status) await buildStatus(db, { personId, status, validFrom: since })
    for (const honour of honours) await buildHonour(db, { personId, honour, validFrom: since })
    if (beside !== null)
      await buildAppointment(db, { personId, isMain: false, workOrgId: idOf(beside) ?? '', validFrom: since })
  }
  return rootId
}

test('the roster of any registry', { timeout: 300_000 }, async ({ db }) => {
  const editable = ROSTER_COLUMNS.filter(({ codes, key }) => codes && key !== 'sex' && key !== 'status')
  const people = fc.array(aPerson, { minLength: 1, maxLength: 8 })
  const edit = { row: fc.nat(), column: fc.nat(editable.length - 1), value: fc.nat() }
  await fc.assert(
    fc.asyncProperty(people, fc.record(edit), async (made, { row, column, value }) => {
      const rootId = await buildRegistry(db, made)
      const actor = await actorWith(db, 'registrar', rootId)
      const own = await exportedRoster(db, actor)
      expect(own.rows).toHaveLength(made.length)
      const bytes = await workbookOf(own)
      const suggested = await suggestedFor(db, actor, bytes, rootId)
      const profile = { ...suggested, options: { ...suggested.options, ticked: ['honoursComplete'] } }
      const check = (content: Uint8Array) =>
        checked(db, actor, uploadOf(content, rootId, { asOf: today(), name: 'own.xlsx' }), profile)
      const same = await check(bytes)
      expect(same.counts).toMatchObject({ rows: made.length, unchanged: made.length })

      const at = row % made.length
      const { key, codes } = editable[column % editable.length] as (typeof editable)[number]
      const cell = ROSTER_COLUMNS.findIndex((one) => one.key === key)
      const words = CODE_LISTS[codes ?? 'sex'].filter(
        ({ zh, code }) => zh !== own.rows[at]?.[cell] && code !== 'none',
      )
      const word = words[value % words.length]?.zh ?? null
      const edited = own.rows.map((cells, index) => (index === at ? cells.with(cell, word) : cells))
      const batch = await check(await workbookOf({ ...own, rows: edited }))
      expect(batch.counts).toMatchObject({ changed: 1, unchanged: made.length - 1 })
      const { items } = await shown(db, actor, batch.id, { outcome: 'changed' })
      expect(items.map(({ rowNumber, changes }) => [rowNumber, changes.map((one) => one.after)])).toEqual([
        [at + 2, [word]],
      ])
    }),
    { numRuns: 20 },
  )
})

test('the national table of any school, with its numbers whole', { timeout: 300_000 }, async ({ db }) => {
  const people = fc.array(aPerson, { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(people, async (made) => {
      const here = made.map((person) => ({
        ...person,
        // The number tells the sex and the day of birth.
        ...{ works: 0, hasNumber: true, birthDate: person.birthDate ?? '1985-06-15' },
        sex: person.sex === '1' ? '1' : '2',
      }))
      const rootId = await buildRegistry(db, here)
      const actor = await actorWith(db, 'registrar', rootId)
      const school = await db.organisation.findFirstOrThrow({
        where: { name: schools[0], lineage: { has: rootId } },
        orderBy: { id: 'asc' },
      })
      const filter = { ...EVERYBODY, status: 'all' as const, orgs: [school.id] }
      const own = await keptSheet(nationalSheet(db, actor, filter, { locale: 'zh-CN', inFull: true }))
      expect(own.rows).toHaveLength(made.length)
      const bytes = await workbookOf(own)
      const upload = () => uploadOf(bytes, rootId, { asOf: today(), name: 'national.xlsx' })
      const created = await createBatch(db, actor, upload())
      if (!created.ok) throw new Error(created.reason)
      const suggested = await suggestProfile(db, actor, created.batchId)
      if (!suggested.ok) throw new Error(suggested.reason)
      const { profile } = suggested.suggestion
      const options = { ...profile.options, fixed: { orgCode: school.code } }
      const same = await checked(db, actor, upload(), { ...profile, options })
      const codes = [
        await codesOf(db, actor, same.id, 'rejected'),
        (await shown(db, actor, same.id, { outcome: 'changed' })).items.map((x) => x.changes),
      ]
      expect([same.counts.unchanged, codes]).toEqual([made.length, [{}, []]])
    }),
    { numRuns: 20 },
  )
})
