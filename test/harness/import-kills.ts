/**
 * Kills the process that commits or undoes an import, at a random moment of its work, again and again: each time all of it is
 * there or nothing, and the batch says which. Throws where it is not so.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#app/platform/access/actor.ts'
import { type Database, useDatabase } from '#app/platform/database/client.server.ts'
import { recoverInterrupted } from '#app/platform/imports/recover.server.ts'
import { actorWith, buildCounty, buildSchool } from '#test/factories/registry.ts'
import {
  checked,
  checkedAgain,
  committed,
  csv,
  registryDigest,
  undone,
  uploadOf,
} from '../integration/imports/steps.ts'

type Work = 'commit' | 'undo'
type Ended = { whole: number; nothing: number }
export type Kills = Record<Work, Ended>

export type KillHome = {
  /** The environment in which another process works on the same database. */
  env: Record<string, string>
  open(): Promise<Database>
  /** An embedded database has one process at a time: it is closed before the other one opens it. */
  close(opened: Database): Promise<void>
}

const ROWS = 3000
const mapping = { name: '姓名', sourceKey: '人员编码', orgName: '学校' }
const rosterOf = (round: number) =>
  csv(
    Object.values(mapping),
    Array.from({ length: ROWS }, (_, at) => [
      `张${'甲乙丙丁戊己庚辛'[at % 8]}`,
      `K${round}-${at}`,
      '第一中学',
    ]),
  )

function start(work: Work, batchId: string, { env }: KillHome): ChildProcess {
  const script = path.resolve(import.meta.dirname, 'import-child.ts')
  const place: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env }
  return spawn(process.execPath, ['--import', 'tsx', script, work, batchId], {
    env: place,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Lets it work to its end; answers how long that took from its beginning, in milliseconds. */
async function timeOf(child: ChildProcess): Promise<number> {
  const lines: number[] = []
  child.stdout?.on('data', () => lines.push(performance.now()))
  const [code] = await once(child, 'exit')
  const [begun = 0, done = 0] = [lines[0], lines.at(-1)]
  if (code !== 0) throw new Error(`an unharmed process ended with ${code}`)
  return done - begun
}

/** Lets it work for a moment once it has begun, then takes it away. */
async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data')
  await wait(ms)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Kills fall all over the work, and now and then behind its end. */
const BEYOND = 1.15

/** `rounds` kills of a commit and as many of an undo; one of each goes before, unharmed, to know how long they take here. */
export async function killImports(home: KillHome, rounds: number): Promise<Kills> {
  const kills: Kills = { commit: { whole: 0, nothing: 0 }, undo: { whole: 0, nothing: 0 } }
  let opened = await home.open()
  useDatabase(opened)
  const county = await buildCounty(opened.db)
  await buildSchool(opened.db, { parentId: county.id, name: '第一中学' })
  const actor = await actorWith(opened.db, 'registrar', county.id)
  const usual: Record<Work, number> = { commit: 0, undo: 0 }
  for (let round = 0; round <= rounds; round += 1) {
    const { id } = await checked(opened.db, actor, uploadOf(rosterOf(round), county.id), { mapping })
    for (const work of ['commit', 'undo'] as const) {
      const before = await registryDigest(opened.db)
      await opened.db.importBatch.update({
        where: { id },
        data: { state: work === 'commit' ? 'committing' : 'undoing' },
      })
      await home.close(opened)
      const child = start(work, id, home)
      if (round === 0) usual[work] = BEYOND * (await timeOf(child))
      else await killAfter(child, Math.random() * usual[work])
      opened = await home.open()
      useDatabase(opened)
      const isWhole = await settled(opened, work, id)
      await expectSo(opened, work, isWhole, before)
      if (round > 0) kills[work][isWhole ? 'whole' : 'nothing'] += 1
      if (!isWhole) await finish(opened, actor, work, id)
    }
  }
  await home.close(opened)
  return kills
}

/** Whether the work was done, once a lost connection has given its lock back. */
async function settled(opened: Database, work: Work, id: string): Promise<boolean> {
  const running = work === 'commit' ? 'committing' : 'undoing'
  for (let tries = 0; tries < 200; tries += 1) {
    await recoverInterrupted(0)
    const { state, problem } = await opened.db.importBatch.findUniqueOrThrow({ where: { id } })
    if (state === (work === 'commit' ? 'committed' : 'undone')) return true
    if (state !== running) {
      if (problem !== 'interrupted') throw new Error(`a killed ${work} says ${problem}, in state ${state}`)
      return false
    }
    await wait(100)
  }
  throw new Error(`a killed ${work} was never found`)
}

async function expectSo(
  { db }: Database,
  work: Work,
  isWhole: boolean,
  before: Awaited<ReturnType<typeof registryDigest>>,
): Promise<void> {
  const people = await db.person.count()
  const posts = await db.appointment.count()
  const entries = await db.rosterEntry.count()
  const wanted = (work === 'commit') === isWhole ? ROWS : 0
  if (people !== wanted || posts !== wanted || entries !== wanted)
    throw new Error(`after a killed ${work}: ${people} people, ${posts} posts, ${entries} entries`)
  if (!isWhole && !isDeepStrictEqual(await registryDigest(db), before))
    throw new Error(`a killed ${work} left something behind`)
  const action = work === 'commit' ? 'import.committed' : 'import.undone'
  const other = work === 'commit' ? 'import.undone' : 'import.committed'
  const [told, others] = await Promise.all([
    db.auditEntry.count({ where: { action } }),
    db.auditEntry.count({ where: { action: other } }),
  ])
  // Every round has one commit and one undo; this one has told of itself, or not.
  const difference = work === 'commit' ? told - others : others - told
  const due = (work === 'commit') === isWhole ? 1 : 0
  if (difference !== due) throw new Error(`a killed ${work} has told ${told} times, the other ${others}`)
}

/** Does what the killed one has not done. */
async function finish({ db }: Database, actor: Actor, work: Work, id: string): Promise<void> {
  if (work === 'undo') {
    await undone(db, actor, id)
    return
  }
  await checkedAgain(db, actor, id)
  await committed(db, actor, id)
}
