/** Laws of the embedded directory's lock: one living holder at any time, a dead one never in the way. Real processes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DataDirectoryInUse, lockDataDirectory } from './embedded-lock.server.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'shizi-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** The number of a process that lived a moment ago. */
const deadPid = () => spawnSync('true').pid

const leave = (text: string, place = directory) => {
  mkdirSync(place, { recursive: true })
  writeFileSync(path.join(place, 'lock'), text)
}

describe('a held directory', () => {
  test('is refused to the next, in words that name the holder, until it is released', () => {
    const release = lockDataDirectory(directory)
    expect(() => lockDataDirectory(directory)).toThrow(DataDirectoryInUse)
    expect(() => lockDataDirectory(directory)).toThrow(`process ${process.pid}`)
    release()
    lockDataDirectory(directory)()
    expect(readdirSync(directory)).toEqual([])
  })

  test('is not set free by who held it before', () => {
    const release = lockDataDirectory(directory)
    release()
    leave(`${process.ppid}`)
    release()
    expect(readFileSync(path.join(directory, 'lock'), 'utf8')).toBe(`${process.ppid}`)
  })

  test('is made when it is missing', () => {
    const release = lockDataDirectory(path.join(directory, 'new/one'))
    expect(readdirSync(path.join(directory, 'new/one'))).toEqual(['lock'])
    release()
  })
})

describe('a lock that was left behind', () => {
  test.each([
    ['by a killed process', () => `${deadPid()} 12345`],
    ['by a killed process whose number another has now', () => `${process.ppid} 1`],
    ['without a word in it', () => ''],
    ['with something else in it', () => 'not a lock /../ \n'.repeat(40)],
  ])('%s is taken over', (_how, text) => {
    leave(text())
    const release = lockDataDirectory(directory)
    expect(() => lockDataDirectory(directory)).toThrow(DataDirectoryInUse)
    release()
    expect(readdirSync(directory)).toEqual([])
  })

  test('by one who was killed while taking another over is taken over with it', () => {
    const [first, second] = [`${deadPid()} 1`, `${deadPid()} 2`]
    leave(first)
    writeFileSync(path.join(directory, `lock.after-${first.replace(' ', '-')}`), second)
    lockDataDirectory(directory)()
    expect(readdirSync(directory)).toEqual([])
  })

  test('is left to the living one who is taking it over', () => {
    const dead = `${deadPid()} 1`
    leave(dead)
    writeFileSync(path.join(directory, `lock.after-${dead.replace(' ', '-')}`), `${process.ppid}`)
    expect(() => lockDataDirectory(directory)).toThrow(`process ${process.ppid}`)
    expect(readFileSync(path.join(directory, 'lock'), 'utf8')).toBe(dead)
  })
})

/** Starts a racer; resolves when it waits for the start. */
async function racer(rounds: number): Promise<{ child: ChildProcess; output: () => string }> {
  const script = path.resolve(import.meta.dirname, '../../../test/harness/lock-racer.ts')
  const given = ['--import', 'tsx', script, directory, String(rounds)]
  const child = spawn(process.execPath, given, { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  await expect.poll(() => output, { timeout: 15_000 }).toContain('ready')
  return { child, output: () => output }
}

test('of several processes that come at once, exactly one gets a directory', {
  timeout: 60_000,
}, async () => {
  const rounds = 300
  for (let round = 0; round < rounds; round++) {
    mkdirSync(path.join(directory, String(round)))
    if (round % 3 > 0) leave(`${deadPid()} ${round}`, path.join(directory, String(round)))
  }
  const racers = await Promise.all([racer(rounds), racer(rounds), racer(rounds), racer(rounds)])
  writeFileSync(path.join(directory, 'go'), '')
  for (const { output } of racers) await expect.poll(output, { timeout: 15_000 }).toContain('done')
  const won = racers.flatMap(({ output }) =>
    [...output().matchAll(/won (\d+)/g)].map(([, round]) => Number(round)),
  )
  const holders = Array.from({ length: rounds }, (_, round) => won.filter((one) => one === round).length)
  for (const { child } of racers) child.stdin?.end()
  await Promise.all(racers.map(({ child }) => once(child, 'exit')))
  expect(holders).toEqual(Array(rounds).fill(1))
})
