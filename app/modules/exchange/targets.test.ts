/** Where a county stands: shares of the due and of those gone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOf } from './targets.ts'

const shares = { target: 0.1, backbone: 0.2 }

describe('standingOf', () => {
  test.each([
    // due, gone, backbone → target, reached, missing, backbone reached
    [0, 0, 0, 0, true, 0, false],
    [30, 3, 1, 3, true, 0, true],
    [31, 3, 0, 4, false, 1, false],
    [100, 12, 2, 10, true, 0, false],
    [100, 10, 2, 10, true, 0, true],
  ])('of %i due %i went, %i backbone', (due, gone, goneBackbone, target, isReached, missing, backbone) => {
    const standing = standingOf({ due, gone, goneBackbone }, shares)
    expect(standing).toMatchObject({ target, isReached, missing, isBackboneReached: backbone })
  })

  test('the target is the smallest number that is the share', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 0, max: 100 }), (due, percent) => {
        const { target } = standingOf(
          { due, gone: 0, goneBackbone: 0 },
          { target: percent / 100, backbone: 0 },
        )
        expect(target * 100).toBeGreaterThanOrEqual(due * percent)
        expect((target - 1) * 100).toBeLessThan(due * percent)
      }),
    )
  })
})
