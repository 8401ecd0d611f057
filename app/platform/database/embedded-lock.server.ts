/** One process holds the embedded data directory: two openers lose acknowledged rows without an error. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export class DataDirectoryInUse extends Error {
  constructor(directory: string, pid: number) {
    super(
      `${directory} is in use by process ${pid}; stop it first, or set DATABASE_URL to share a server.\n` +
        `${directory} 正被进程 ${pid} 使用；请先停止它，或设置 DATABASE_URL 使用数据库服务器。`,
    )
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The start time of a process in clock ticks: tells a live holder from another process that got its number. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The text of the lock file; null when nobody has it. */
function holderOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The process that holds the lock and still lives; 0 when it was killed. */
function livingHolder(text: string): number {
  const [pid = '', started = ''] = text.split(' ')
  const number = Number(pid)
  return number && isAlive(number) && (!started || started === startedAt(number)) ? number : 0
}

/** Puts `from` in place of nothing, in one step and with its text in it; false when the place is taken. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Puts `prepared` in the place of `file`; answers 0, or the living process that has it. Of those who find a dead
 * process's lock only one may take it away: who holds the claim on it, which is a lock like any other. Without that, a
 * slow finder could take away the lock of a quicker one.
 */
function take(file: string, prepared: string): number {
  while (!linked(prepared, file)) {
    const holder = holderOf(file)
    if (holder === null) continue
    const pid = livingHolder(holder)
    if (pid) return pid
    const claim = `${file}.after-${holder.replace(/\D+/g, '-').slice(0, 40)}`
    const claimedBy = take(claim, prepared)
    if (claimedBy) return claimedBy
    if (holderOf(file) === holder) rmSync(file)
    rmSync(claim)
  }
  return 0
}

/**
 * Takes the lock of `directory`, or throws DataDirectoryInUse. A lock left by a killed process is taken over.
 * Returns the release; it is also released when the process exits.
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = path.join(directory, 'lock')
  const own = `${process.pid} ${startedAt(process.pid)}`
  const prepared = `${file}.${process.pid}`
  writeFileSync(prepared, own, { mode: 0o600 })
  try {
    const holder = take(file, prepared)
    if (holder) throw new DataDirectoryInUse(directory, holder)
  } finally {
    rmSync(prepared, { force: true })
  }
  const release = () => {
    process.off('exit', release)
    if (holderOf(file) === own) rmSync(file)
  }
  process.once('exit', release)
  return release
}
