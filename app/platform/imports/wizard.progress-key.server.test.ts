// A progress key opens one batch for an hour, and nothing else.
import { expect, test } from 'vitest'
import { opensProgress, progressKey } from './wizard.progress-key.server.ts'

const batch = '01981234-0000-7000-8000-000000000001'
const other = '01981234-0000-7000-8000-000000000002'
const now = Date.UTC(2026, 8, 1)
const hour = 60 * 60 * 1000

test.each([
  ['its own batch', batch, progressKey(batch, now), now, true],
  ['another batch', other, progressKey(batch, now), now, false],
  ['an hour later', batch, progressKey(batch, now), now + hour, false],
  [
    'a later end written in',
    batch,
    progressKey(batch, now).replace(/^\d+/, String(now + 9 * hour)),
    now,
    false,
  ],
  ['no key', batch, null, now, false],
  ['nonsense', batch, `${now + hour}.é`, now, false],
] as const)('%s', (_what, batchId, key, at, expected) => {
  expect(opensProgress(batchId, key, at)).toBe(expected)
})
