/** Seats of a studio and turns of a person: laws, whatever is taken. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studioPolicies } from '../policies.ts'
import {
  type Belonging,
  compositionDecision,
  JOINED_ROLES,
  type MemberPolicies,
  seatFor,
  seatsOf,
  turnFor,
} from './members.ts'

const policies: MemberPolicies = {
  use: (key) => ({ key, value: studioPolicies[key].default, from: 'default', source: '' }) as never,
}
const role = fc.constantFrom(...JOINED_ROLES)

describe('seats', () => {
  test('however people come and go, no seat is taken twice, none is beyond the last, and others leave rural ones theirs', () => {
    fc.assert(
      fc.property(
        role,
        fc.array(fc.record({ isRural: fc.boolean(), leaves: fc.integer({ min: 0, max: 3 }) }), {
          maxLength: 60,
        }),
        (role, people) => {
          const { most, kept } = seatsOf(role, policies)
          let held: { seat: number; isRural: boolean }[] = []
          for (const { isRural, leaves } of people) {
            held = held.slice(leaves)
            const taken = held.map(({ seat }) => seat)
            const found = seatFor({ role, isRural }, taken, policies)
            if (!('seat' in found)) {
              expect(taken).toHaveLength(found.refusal === 'full' ? most : taken.length)
              if (found.refusal === 'kept_for_rural') expect(isRural).toBe(false)
              continue
            }
            expect(taken).not.toContain(found.seat)
            expect(found.seat).toBeLessThanOrEqual(most)
            held.push({ seat: found.seat, isRural })
            expect(held.filter((one) => !one.isRural).length).toBeLessThanOrEqual(most - kept)
          }
        },
      ),
    )
  })

  test('of trainees the last are kept: six of twenty', () => {
    expect(seatsOf('trainee', policies)).toEqual({ most: 20, kept: 6 })
    const fourteen = Array.from({ length: 14 }, (_, at) => at + 1)
    expect(seatFor({ role: 'trainee', isRural: false }, fourteen, policies)).toEqual({
      refusal: 'kept_for_rural',
    })
    expect(seatFor({ role: 'trainee', isRural: true }, fourteen, policies)).toEqual({ seat: 20 })
  })

  test('and turns are as many as is set', () => {
    expect(turnFor('core', [], policies)).toBe(1)
    expect(turnFor('core', [1], policies)).toBeNull()
    expect(turnFor('trainee', [2], policies)).toBe(1)
    expect(turnFor('trainee', [1, 2], policies)).toBeNull()
  })
})

describe('what a studio is made of', () => {
  const of = (role: Belonging['role'], count: number, rural = 0): Belonging[] =>
    Array.from({ length: count }, (_, at) => ({ role, schoolId: `s${at % 4}`, isRural: at < rural }))
  const failing = (members: Belonging[]) =>
    compositionDecision(members, policies)
      .reasons.filter(({ holds }) => !holds)
      .map(({ rule }) => rule)

  test('is complete with enough of each, a third of the trainees rural', () => {
    expect(failing([...of('leader', 1), ...of('core', 5), ...of('trainee', 10, 3)])).toEqual([])
    expect(failing([...of('leader', 1), ...of('core', 5), ...of('trainee', 10, 2)])).toEqual(['rural'])
  })

  test('and says everything that is missing', () => {
    expect(failing(of('leader', 1))).toEqual(['core', 'trainees', 'schools'])
  })
})
