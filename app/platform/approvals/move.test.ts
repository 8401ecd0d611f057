/** Laws of a case's way: from any state, whatever is done in whatever order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDecided, type Move, mayMove, movedTo, type Standing } from './move.ts'

const moves: Move[] = ['submit', 'approve', 'return', 'reject', 'withdraw', 'change', 'conclude', 'uphold']
const anyMoves = fc.array(fc.constantFrom(...moves), { maxLength: 40 })
const anyStart = fc.record({
  steps: fc.integer({ min: 1, max: 5 }),
  hasNotice: fc.boolean(),
  others: fc.constant(0),
})

type Start = Omit<Standing, 'state' | 'step'>

/** The standings that a run of moves goes through; moves that cannot be made change nothing. */
function walked(start: Start, made: readonly Move[]): Standing[] {
  const way: Standing[] = [{ state: 'draft', step: 0, ...start }]
  for (const move of made) {
    const now = way.at(-1)
    const next = now && movedTo(now, move)
    if (now && next) way.push({ ...now, ...next })
  }
  return way
}

describe('the way of a case', () => {
  test('no step is skipped: it is approved only after as many approvals in a row as it has steps', () => {
    fc.assert(
      fc.property(anyStart, anyMoves, (start, made) => {
        let approvals = 0
        let now: Standing = { state: 'draft', step: 0, ...start }
        for (const move of made) {
          const next = movedTo(now, move)
          if (!next) continue
          if (next.state === 'waiting' && next.step === 0 && move !== 'approve') approvals = 0
          if (move === 'approve') approvals += 1
          now = { ...now, ...next }
          if (now.state === 'notice' || now.state === 'approved') expect(approvals).toBe(start.steps)
        }
      }),
    )
  })

  test('one word of several passes no step', () => {
    const start = fc.record({ steps: fc.integer({ min: 1, max: 5 }), hasNotice: fc.boolean() })
    fc.assert(
      fc.property(start, fc.nat(4), fc.integer({ min: 1, max: 60 }), (is, at, others) => {
        const standing: Standing = { ...is, state: 'waiting', step: Math.min(at, is.steps - 1), others }
        expect(movedTo(standing, 'approve')).toEqual({ state: 'waiting', step: standing.step })
      }),
    )
  })

  test('it ends once: nothing moves what is decided', () => {
    fc.assert(
      fc.property(anyStart, anyMoves, (start, made) => {
        const way = walked(start, made)
        expect(way.filter(({ state }) => isDecided(state)).length).toBeLessThanOrEqual(1)
        const last = way.at(-1)
        if (last && isDecided(last.state)) for (const move of moves) expect(movedTo(last, move)).toBeNull()
      }),
    )
  })

  test('with a notice it is never approved but through it, and without one there is none', () => {
    fc.assert(
      fc.property(anyStart, anyMoves, (start, made) => {
        const way = walked(start, made)
        const approved = way.findIndex(({ state }) => state === 'approved')
        if (approved > 0) expect(way[approved - 1]?.state).toBe(start.hasNotice ? 'notice' : 'waiting')
        if (!start.hasNotice) expect(way.some(({ state }) => state === 'notice')).toBe(false)
      }),
    )
  })
})

test('nobody decides a case they are a party to, or stood back from, or that waits for others', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('approve', 'return', 'reject' as const),
      fc.record({
        isOwner: fc.boolean(),
        isAwaited: fc.boolean(),
        isParty: fc.boolean(),
        isRecused: fc.boolean(),
      }),
      (move, mover) => {
        const may = mayMove(move, mover) === null
        expect(may).toBe(mover.isAwaited && !mover.isParty && !mover.isRecused)
      },
    ),
  )
})

test('only who opened a case sends it in and takes it back', () => {
  const mover = { isOwner: false, isAwaited: true, isParty: false, isRecused: false }
  expect(mayMove('submit', mover)).toBe('not_owner')
  expect(mayMove('withdraw', mover)).toBe('not_owner')
  expect(mayMove('withdraw', { ...mover, isOwner: true })).toBeNull()
})
