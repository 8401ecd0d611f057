/** Whoever does whatever in whatever order, two at a time: no step is skipped, nothing ends twice, no word is lost. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Actor } from '#app/platform/access/actor.ts'
import {
  decideCase,
  recuseFromCase,
  submitCase,
  withdrawCase,
} from '#app/platform/approvals/cases.commands.server.ts'
import { DECISIONS } from '#app/platform/approvals/move.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { buildSchool } from '#test/factories/registry.ts'
import { test } from '#test/harness/db.ts'
import { buildWorld, caseOf, decider, named, openMade, TODAY, type World } from './world.ts'

const RUNS = 12
const who = ['teacher', 'head', 'registrar', 'cityRegistrar'] as const
const what = [...DECISIONS, 'approve', 'approve', 'submit', 'submit', 'withdraw', 'recuse'] as const

const anyActBy = <Who extends string>(...actors: readonly Who[]) =>
  fc.record({
    by: fc.constantFrom(...actors),
    act: fc.constantFrom(...what),
    /** How far behind the version is that the page was drawn with. */
    behind: fc.constantFrom(0, 0, 0, 1),
  })
const anyAct = anyActBy(...who)
type Act = { act: (typeof what)[number] }

async function run(
  db: PrismaClient,
  actor: Actor,
  id: string,
  { act }: Act,
  version: number,
  comment: string,
) {
  const input = { id, version, comment }
  if (act === 'submit') return submitCase(db, actor, input, TODAY)
  if (act === 'withdraw') return withdrawCase(db, actor, input, TODAY)
  if (act === 'recuse') return recuseFromCase(db, actor, input, TODAY)
  return decideCase(db, actor, { ...input, decision: act }, TODAY)
}

const stepOf: Partial<Record<keyof World, string>> = {
  head: 'school',
  registrar: 'county',
  cityRegistrar: 'city',
}

test('any acts by anybody, two at a time', { timeout: 120_000 }, async ({ db }) => {
  const world = await buildWorld(db)
  const pairs = fc.array(fc.tuple(anyAct, anyAct), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(pairs, fc.boolean(), async (made, isNoticed) => {
      const id = await openMade(db, world, {
        process: isNoticed ? 'made.noticed' : 'made.plain',
        isDraft: true,
      })
      const said: { by: (typeof who)[number]; comment: string }[] = []
      for (const [round, pair] of made.entries()) {
        const { version } = await caseOf(db, id)
        await Promise.all(
          pair.map(async (act, at) => {
            const comment = `${round}.${at}`
            const done = await run(db, world[act.by], id, act, version - act.behind, comment)
            if (done.ok) said.push({ by: act.by, comment })
          }),
        )
      }
      const { state, steps, entries, waits, notices } = await caseOf(db, id)
      expect(entries.map(({ number }) => number)).toEqual(entries.map((_, at) => at + 1))
      expect(
        entries
          .slice(1)
          .map(({ comment }) => comment)
          .sort(),
      ).toEqual(said.map((one) => one.comment).sort())
      expect(waits.length).toBe(state === 'waiting' ? 1 : 0)
      expect(notices.length).toBe(state === 'notice' ? 1 : notices.length)
      expect(
        entries.filter(({ kind }) => kind === 'rejected' || kind === 'withdrawn').length,
      ).toBeLessThanOrEqual(1)
      let approved = 0
      for (const { kind, step, comment } of entries) {
        if (kind === 'submitted') approved = 0
        if (kind !== 'approved') continue
        expect(step).toBe(['school', 'county', 'city'][approved])
        const by = said.find((one) => one.comment === comment)?.by
        expect(by && stepOf[by]).toBe(step)
        approved += 1
      }
      if (state === 'approved' || state === 'notice') expect(approved).toBe(steps)
    }),
    { numRuns: RUNS },
  )
})

test('any acts by several schools of one step, two at a time', { timeout: 120_000 }, async ({ db }) => {
  const world = await buildWorld(db)
  const { county, school, teacher, head, cityRegistrar } = world
  const [second, third] = [
    await buildSchool(db, { parentId: county.id }),
    await buildSchool(db, { parentId: county.id }),
  ]
  named.push(school.id, second.id, third.id)
  const actors = {
    ...{ teacher, cityRegistrar, first: head },
    second: await decider(db, 'leader', second.id),
    third: await decider(db, 'leader', third.id),
  }
  const schoolOf: Partial<Record<string, string>> = { first: school.id, second: second.id, third: third.id }
  const names = ['teacher', 'first', 'second', 'third', 'cityRegistrar'] as const
  const act = anyActBy(...names)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, act), { minLength: 4, maxLength: 14 }), async (made) => {
      const id = await openMade(db, world, { process: 'made.each' })
      const said = new Map<string, string>()
      for (const [round, pair] of made.entries()) {
        const { version } = await caseOf(db, id)
        await Promise.all(
          pair.map(async (one, at) => {
            const comment = `${round}.${at}`
            const done = await run(db, actors[one.by], id, one, version - one.behind, comment)
            if (done.ok) said.set(comment, one.by)
          }),
        )
      }
      const { state, step: stands, entries, waits } = await caseOf(db, id)
      expect(entries.map(({ number }) => number)).toEqual(entries.map((_, at) => at + 1))
      expect(
        entries
          .slice(2)
          .map(({ comment }) => comment)
          .sort(),
      ).toEqual([...said.keys()].sort())
      let told = new Set<string>()
      for (const { kind, step, comment } of entries) {
        if (kind === 'submitted') told = new Set()
        if (kind !== 'approved') continue
        const at = schoolOf[said.get(comment) ?? '']
        // No school speaks twice, and the city not before all of them.
        if (step === 'schools') expect(at && !told.has(at)).toBe(true)
        else expect([said.get(comment), told.size]).toEqual(['cityRegistrar', named.length])
        told.add(at ?? step ?? '')
      }
      const awaited = stands === 0 ? named.filter((one) => !told.has(one)) : [world.city.id]
      expect(waits.map(({ forOrgId }) => forOrgId).sort()).toEqual(state === 'waiting' ? awaited.sort() : [])
      if (state === 'approved') expect(told.size).toBe(named.length + 1)
    }),
    { numRuns: RUNS },
  )
})
