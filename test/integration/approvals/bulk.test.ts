/** A thousand cases approved in one go: all of them with their audit entries, or none, wherever the process is killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import '#app/composition/register.server.ts'
import { approveCases } from '#app/platform/approvals/cases.commands.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { serverAddress, test, testOnServer } from '#test/harness/db.ts'
import { buildWorld, TODAY, type World } from './world.ts'

const CASES = 1_000
const KILLS = 20
/** About as long as it takes. */
const LONGEST_MS = 2_000

/** So many cases that wait at the school. */
async function buildCases(db: PrismaClient, { school, teacher }: World): Promise<string[]> {
  const ids = Array.from({ length: CASES }, () => newId())
  await db.approvalCase.createMany({
    data: ids.map((id, at) => ({
      ...{ id, process: 'made.plain', subject: `bulk:${id}`, title: `第 ${at + 1} 项`, contentHash: '' },
      ...{ organisationId: school.id, openedById: teacher.accountId, openedByName: teacher.displayName },
      ...{ steps: 3, state: 'waiting' },
    })),
  })
  const due = {
    organisationId: school.id,
    forOrgId: school.id,
    action: 'made:school',
    dueOn: new Date('2026-10-12'),
  }
  await db.approvalWait.createMany({ data: ids.map((caseId) => ({ caseId, ...due })) })
  return ids
}

/** How many cases, entries, waits at the next step and audit entries tell of an approval. */
async function told(db: PrismaClient): Promise<number[]> {
  return Promise.all([
    db.approvalCase.count({ where: { step: 1 } }),
    db.approvalEntry.count({ where: { kind: 'approved' } }),
    db.approvalWait.count({ where: { action: 'made:county' } }),
    db.auditEntry.count({ where: { action: 'case.approved' } }),
  ])
}

test('a thousand at once', { timeout: 120_000 }, async ({ db }) => {
  const world = await buildWorld(db)
  const ids = await buildCases(db, world)
  const done = await approveCases(db, world.head, { ids, comment: '同意' }, TODAY)
  expect(done).toEqual({ ok: true, approved: CASES, left: 0 })
  expect(await told(db)).toEqual([CASES, CASES, CASES, CASES])
  const tooMany = { ids: [...ids, newId()], comment: '' }
  expect(await approveCases(db, world.head, tooMany, TODAY)).toMatchObject({ ok: false, reason: 'too_many' })
})

function startChild(accountId: string, address: string): ChildProcess {
  const script = path.resolve(import.meta.dirname, 'approve-child.ts')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: address,
  }
  return spawn(process.execPath, ['--import', 'tsx', script, accountId], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

testOnServer('killed at any point: all or none', { timeout: 300_000 }, async ({ db }) => {
  const world = await buildWorld(db)
  await buildCases(db, world)
  const address = (await serverAddress()) ?? ''
  let approved = 0
  for (let round = 0; round <= KILLS; round++) {
    const child = startChild(world.head.accountId, address)
    if (child.stdout) await once(child.stdout, 'data')
    // The last one is let be: it shows that the others were at work.
    if (round < KILLS) {
      await wait(Math.random() * LONGEST_MS)
      child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (child.exitCode !== null) expect(child.exitCode).toBe(0)
    // The server notices the lost connection and lets go of what it held.
    await expect
      .poll(
        () =>
          db
            .$transaction((tx) => tx.$queryRaw`select id from approval_case for update nowait`)
            .then(
              () => true,
              () => false,
            ),
        {
          timeout: 20_000,
        },
      )
      .toBe(true)
    const counts = await told(db)
    expect(new Set(counts).size).toBe(1)
    const all = counts[0] ?? 0
    expect(all % CASES).toBe(0)
    if (all > approved) {
      approved = all
      await buildCases(db, world)
    }
  }
  expect(approved).toBeGreaterThanOrEqual(CASES)
})
