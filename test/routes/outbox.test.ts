/** Reports that waited on a phone: taken once, from their writer alone, and answered as data. */
import { describe, expect } from 'vitest'
import { today } from '#app/platform/clock.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays } from '#app/platform/dates.ts'
import { HOLDER_HEADER } from '#app/platform/outbox/answer.ts'
import { HOLDER_COOKIE } from '#app/platform/outbox/holder.ts'
import { action as send } from '#app/routes/_app+/me+/hours.send.ts'
import { action as signOut } from '#app/routes/_auth+/logout.tsx'
import { buildAccount, buildPerson, buildSchool } from '#test/factories/registry.ts'
import { answerOf } from '#test/harness/answer.ts'
import { test } from '#test/harness/db.ts'
import { postRequest, signedIn } from '#test/harness/request.ts'

async function teacherOf(db: PrismaClient, schoolId: string) {
  const person = await buildPerson(db, { appointment: { workOrgId: schoolId } })
  const account = await buildAccount(db, { organisationId: schoolId, personId: person.id })
  return { id: account.id, headers: await signedIn(account.id) }
}

/** Of a year that is open still, whenever this runs. */
const lately = addDays(today(), -7)

const report = {
  ...{ title: '听课评课', category: 'pedagogy', startsOn: lately, lastDay: lately },
  ...{ part: 'morning', hours: '3', evidence: 'attended', note: '评课记录', provider: '示例小学' },
  ...{ level: 'county', formKey: '018f0000-0000-7000-8000-000000000001' },
  proof: new File(['%PDF-1.4 certificate'], '证书.pdf', { type: 'application/pdf' }),
}

const post = (headers: Record<string, string>, holder: string, fields: Partial<typeof report> = {}) =>
  answerOf(
    send,
    postRequest(
      '/me/hours/send?kind=course',
      { ...report, ...fields },
      { ...headers, [HOLDER_HEADER]: holder },
    ),
  )

describe('a report from the outbox', () => {
  test('is in, and sent again it is answered as it was, without another', async ({ db }) => {
    const teacher = await teacherOf(db, (await buildSchool(db)).id)
    for (const _ of ['once', 'again']) {
      const answer = await post(teacher.headers, teacher.id)
      expect(await answer.response?.json()).toEqual({
        in: true,
        path: expect.stringMatching(/^\/me\/hours\?year=\d{4}$/),
      })
      expect(answer.response?.headers.get('set-cookie')).toContain('shizi_toast=')
      // Long after the page that it came from is closed.
      await db.formAct.deleteMany()
    }
    expect(await db.trainingEntry.count()).toBe(1)
  })

  test('refused, says why at which field', async ({ db }) => {
    const teacher = await teacherOf(db, (await buildSchool(db)).id)
    const answer = await post(teacher.headers, teacher.id, { hours: '60' })
    expect(answer.status).toBe(422)
    expect(await answer.response?.json()).toMatchObject({
      in: false,
      reply: { errors: { hours: 'training.error_hours_too_many' }, values: { title: '听课评课' } },
    })
    expect(await db.trainingEntry.count()).toBe(0)
  })

  test('is not taken from a session of another, nor without its writer’s name', async ({ db }) => {
    const school = await buildSchool(db)
    const writer = await teacherOf(db, school.id)
    const next = await teacherOf(db, school.id)
    expect((await post(next.headers, writer.id)).status).toBe(403)
    expect((await post(next.headers, '')).status).toBe(403)
    expect(await db.trainingEntry.count()).toBe(0)
  })
})

test('signing in names the holder to the browser, signing out takes the name away', async ({ db }) => {
  const { id, headers } = await teacherOf(db, (await buildSchool(db)).id)
  expect(headers.Cookie).toContain(`${HOLDER_COOKIE}=${id}`)
  const { response } = await answerOf(signOut, postRequest('/logout', {}, headers))
  expect(response?.headers.getSetCookie().join('\n')).toContain(`${HOLDER_COOKIE}=; Path=/; Max-Age=0`)
})
