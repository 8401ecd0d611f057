/** Proposals of outreach: asked for, solved from what stands, sent once a term; leaders take, move or refuse each. */
import { describe, expect } from 'vitest'
import { scheduleActivity } from '#app/modules/studios/activities/activities.commands.server.ts'
import {
  answerProposed,
  cancelProposal,
  requestProposal,
  sendProposal,
} from '#app/modules/studios/proposals/proposals.commands.server.ts'
import { solveProposal, sweepProposals } from '#app/modules/studios/proposals/proposals.job.server.ts'
import {
  findProposal,
  proposedTo,
  visitsOf,
} from '#app/modules/studios/proposals/proposals.queries.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'
import { buildActivity, buildStudio } from '#test/factories/studios.ts'
import { test } from '#test/harness/db.ts'

/** The solver goes by the clock of the house. */
const TODAY = new Date().toISOString().slice(0, 10)
const LONG = { validFrom: '2020-09-01', validTo: '2095-09-01' }

type Said = { ok: boolean; reason?: string }
const reasonOf = (said: Said) => (said.ok ? 'done' : said.reason)

async function world(db: PrismaClient) {
  const prefecture = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: prefecture.id })
  const town = await buildSchool(db, { parentId: county.id, placeType: '111' })
  const villages = await Promise.all(
    Array.from({ length: 3 }, () => buildSchool(db, { parentId: county.id, placeType: '220' })),
  )
  const { id: personId } = await buildPerson(db, { appointment: { workOrgId: town.id } })
  const account = await buildAccount(db, { personId, organisationId: town.id })
  const studio = await buildStudio(db, { orgId: county.id, schoolId: town.id, leaderId: personId, ...LONG })
  const registrar = await actorWith(db, 'registrar', county.id)
  const leader = { ...registrar, grants: [], personId, accountId: account.id }
  return { db, prefecture, county, town, villages, studio, registrar, leader }
}
type World = Awaited<ReturnType<typeof world>>

async function solved({ db, registrar, county }: World): Promise<string> {
  const asked = await requestProposal(db, registrar, { orgId: county.id }, TODAY)
  if (!asked.ok) throw new Error(asked.reason)
  await solveProposal(db, asked.id)
  return asked.id
}

describe('a proposal', () => {
  test('is solved from what stands, and says whom it does not reach', async ({ db }) => {
    const here = await world(db)
    const id = await solved(here)
    const visits = await visitsOf(db, id)
    // Half of four a year.
    expect(visits).toHaveLength(2)
    expect(visits.every(({ why }) => why.missing === 6 && why.newSubject)).toBe(true)
    const found = await findProposal(db, here.registrar, id)
    expect(found).toMatchObject({ state: 'solved', visits: 2, result: { isProven: true } })
    const left = here.villages.filter((one) => visits.every(({ schoolId }) => schoolId !== one.id))
    expect(found?.result?.unreached).toEqual(left.map((one) => ({ schoolId: one.id, why: 'duties' })))
  })

  test('counts what is in the calendars of the term as done', async ({ db }) => {
    const here = await world(db)
    const id = await solved(here)
    const { schoolYear, season } = await db.studioProposal.findUniqueOrThrow({ where: { id } })
    const startsAt = new Date(
      season === 'autumn' ? `${schoolYear}-10-12T06:00:00Z` : `${schoolYear + 1}-03-12T06:00:00Z`,
    )
    for (const hostId of here.villages.slice(0, 2).map((one) => one.id))
      await buildActivity(db, { studioId: here.studio.id, hostId, state: 'planned', startsAt })
    expect(await visitsOf(db, await solved(here))).toEqual([])
  })

  test('is asked for one at a time, by the bureau alone, and can be stopped', async ({ db }) => {
    const here = await world(db)
    const ask = (by = here.registrar) => requestProposal(db, by, { orgId: here.county.id }, TODAY)
    expect(reasonOf(await ask(here.leader))).toBe('not_found')
    const asked = await ask()
    expect(reasonOf(await ask())).toBe('running')
    const id = asked.ok ? asked.id : ''
    expect(reasonOf(await cancelProposal(db, here.registrar, { id }))).toBe('done')
    await solveProposal(db, id)
    expect(await db.studioProposal.findUnique({ where: { id } })).toMatchObject({ state: 'cancelled' })
    await db.studio.updateMany({ data: { dissolvedOn: new Date('2026-10-01'), dissolvedWhy: '届满' } })
    expect(reasonOf(await ask())).toBe('no_studios')
  })

  test('whose solver died with its process has failed', async ({ db }) => {
    const here = await world(db)
    const asked = await requestProposal(db, here.registrar, { orgId: here.county.id }, TODAY)
    const heardAt = new Date(Date.now() - 600_000)
    await db.studioProposal.updateMany({ data: { state: 'solving', heardAt } })
    await sweepProposals()
    const id = asked.ok ? asked.id : ''
    expect(await db.studioProposal.findUnique({ where: { id } })).toMatchObject({ state: 'failed' })
  })

  test('is sent once a term; only then its leaders see it', async ({ db }) => {
    const here = await world(db)
    const [id, other] = [await solved(here), await solved(here)]
    expect(await proposedTo(db, here.studio.id, TODAY)).toEqual([])
    const send = (of: string, by: Actor = here.registrar) => sendProposal(db, by, { id: of }, TODAY)
    expect(reasonOf(await send(id, here.leader))).toBe('not_found')
    expect(reasonOf(await send(id))).toBe('done')
    expect(reasonOf(await send(other))).toBe('sent_already')
    expect(await proposedTo(db, here.studio.id, TODAY)).toHaveLength(2)
    expect(await db.notification.count({ where: { topic: 'notice.studio_proposed' } })).toBe(1)
  })
})

describe('a proposed visit', () => {
  async function sent(db: PrismaClient) {
    const here = await world(db)
    const id = await solved(here)
    await sendProposal(db, here.registrar, { id }, TODAY)
    const [one, other] = await proposedTo(db, here.studio.id, TODAY)
    if (!one || !other) throw new Error('nothing proposed')
    return { ...here, one, other }
  }

  test('is taken by scheduling it, once', async ({ db }) => {
    const { studio, leader, one, other } = await sent(db)
    const { schoolYear, season } = await db.studioProposal.findFirstOrThrow()
    const day = season === 'autumn' ? `${schoolYear}-10-12` : `${schoolYear + 1}-03-12`
    const wish = {
      ...{ studioId: studio.id, kind: 'outreach' as const, title: '送教', about: '', hostId: one.schoolId },
      ...{ time: { day, from: '14:00', to: '16:00' }, repeat: { kind: 'once' as const }, room: null },
      ...{ onlineUrl: null, stage: 'primary', subject: 'chinese', tenths: 0, people: [] },
    }
    const take = (proposedId: string, from = '16:00') =>
      scheduleActivity(
        db,
        leader,
        { ...wish, proposedId, time: { day, from, to: `${from.slice(0, 2)}:45` } },
        TODAY,
      )
    const elsewhere = { ...wish, hostId: other.schoolId, proposedId: one.id }
    expect(reasonOf(await scheduleActivity(db, leader, elsewhere, TODAY))).toBe('proposed_other')
    const taken = await take(one.id, '14:00')
    expect(reasonOf(taken)).toBe('done')
    expect(reasonOf(await take(one.id, '19:00'))).toBe('proposed_gone')
    expect(reasonOf(await take(newId(), '20:00'))).toBe('proposed_gone')
    expect(await db.studioActivity.count()).toBe(1)
    const [, last] = await proposedTo(db, studio.id, TODAY)
    expect(last).toMatchObject({ id: one.id, state: 'accepted', activityState: 'asked' })
  })

  test('is moved to another school, or refused with a reason', async ({ db }) => {
    const { leader, registrar, one, other, villages } = await sent(db)
    const answer = (of: typeof one, change: object, by: Actor = leader, version = of.version) =>
      answerProposed(
        db,
        by,
        { id: of.id, version, answer: 'refuse', schoolId: null, note: '', ...change },
        TODAY,
      )
    const free = villages.find(({ id }) => id !== one.schoolId && id !== other.schoolId)
    expect(reasonOf(await answer(one, { note: '时间不合适' }, registrar))).toBe('not_found')
    expect(reasonOf(await answer(one, {}))).toBe('no_note')
    expect(reasonOf(await answer(one, { answer: 'move' }))).toBe('school_unknown')
    expect(reasonOf(await answer(one, { answer: 'move', schoolId: other.schoolId }))).toBe('proposed_already')
    expect(reasonOf(await answer(one, { answer: 'move', schoolId: free?.id }))).toBe('done')
    expect(reasonOf(await answer(one, { note: '不去' }))).toBe('stale')
    expect(reasonOf(await answer(other, { note: '已有安排' }))).toBe('done')
    expect(reasonOf(await answer(other, { note: '已有安排' }, leader, 2))).toBe('answered')
    expect(await db.studioProposedVisit.findUnique({ where: { id: one.id } })).toMatchObject({
      ...{ state: 'proposed', schoolId: free?.id, movedFromId: one.schoolId },
    })
  })
})
