/** One process holds the embedded data directory: two openers lose acknowledged rows without an error. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
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

/**
 * Takes the lock of `directory`, or throws DataDirectoryInUse. A lock left by a killed process is taken over.
 * Returns the release; it is also released when the process exits.
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = path.join(directory, 'lock')
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, `${process.pid} ${startedAt(process.pid)}`)
      closeSync(handle)
      const release = () => rmSync(file, { force: true })
      process.once('exit', release)
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid = 0, started = ''] = readFileSync(file, 'utf8')
        .split(' ')
        .map((part, i) => (i ? part : Number(part))) as [number, string]
      if (pid && isAlive(pid) && (!started || started === startedAt(pid))) {
        throw new DataDirectoryInUse(directory, pid)
      }
      rmSync(file, { force: true })
    }
  }
}
