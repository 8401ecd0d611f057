/** Classes and pupils of a school year, all stages in one form of rows. */
import { describe, expect } from 'vitest'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { action, loader } from '#app/routes/_app+/organisations+/$organisationId_.change.$orgAct.tsx'
import { buildAccount, buildCounty, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { getRequest, postRequest, signedIn } from '#test/harness/request.ts'

async function open(db: PrismaClient) {
  const county = await buildCounty(db)
  const school = await buildSchool(db, { parentId: county.id, stages: ['primary', 'junior'] })
  const account = await buildAccount(db, { organisationId: county.id, grants: ['registrar'] })
  const headers = await signedIn(account.id)
  const path = `/organisations/${school.id}/change/figures`
  const params = { organisationId: school.id, orgAct: 'figures' }
  const post = (fields: Record<string, string>) =>
    answerOf<ActReply>(action, postRequest(path, { schoolYear: '2026', ...fields }, headers), params)
  const view = async () => (await answerOf<FormView>(loader, getRequest(path, headers), params)).value
  return { school, post, view }
}

const row = (at: number, cells: Record<string, string>) =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [`stages.${at}.${name}`, value]))

describe('the figures of a school year', () => {
  test('begin with a row for each stage, are written together, and stand there the next time', async ({
    db,
  }) => {
    const { school, post, view } = await open(db)
    const [, rows] = (await view()).sections[0]?.fields ?? []
    expect(rows?.rows).toEqual([{ stage: 'primary' }, { stage: 'junior' }])
    const primary = row(0, { stage: 'primary', classes: '12', pupils: '540', boarders: '0' })
    const junior = row(1, { stage: 'junior', classes: '6', pupils: '280', boarders: '120' })
    expect((await post({ ...primary, ...junior })).status).toBe(302)
    expect(await db.schoolYearFigures.count({ where: { organisationId: school.id } })).toBe(2)
    const acts = await db.auditEntry.findMany({ where: { action: 'figures.set' } })
    expect(acts).toHaveLength(2)
  })

  test('of one stage only leave the other as it is: its row has nothing but its name', async ({ db }) => {
    const { post } = await open(db)
    const primary = row(0, { stage: 'primary', classes: '12', pupils: '540', boarders: '0' })
    const empty = row(1, { stage: 'junior', classes: '', pupils: '', boarders: '' })
    expect((await post({ ...primary, ...empty })).status).toBe(302)
    expect(await db.schoolYearFigures.findMany({ select: { stage: true } })).toEqual([{ stage: 'primary' }])
  })

  test('are told where they are wrong, in their row', async ({ db }) => {
    const { post } = await open(db)
    const many = row(1, { stage: 'junior', classes: '6', pupils: '280', boarders: '281' })
    expect((await post(many)).value.errors).toEqual({ 'stages.1.boarders': 'registry.form.boarders' })
    const one = { classes: '6', pupils: '280', boarders: '0' }
    const twice = { ...row(0, { stage: 'junior', ...one }), ...row(1, { stage: 'junior', ...one }) }
    expect((await post(twice)).value.errors).toEqual({ stages: 'registry.form.same_stage' })
    expect((await post({})).value.errors).toEqual({ stages: 'form.required' })
    expect(await db.schoolYearFigures.count()).toBe(0)
  })

  test('take another row on request, with what was typed', async ({ db }) => {
    const { post } = await open(db)
    const typed = row(0, { stage: 'primary', classes: '12', pupils: 'viele', boarders: '' })
    const answer = await post({ ...typed, intent: 'rows:stages' })
    expect(answer.value).toMatchObject({ errors: {}, values: { ...typed, 'rows:stages': 'more' } })
  })
})
