/** A process that tries for the lock of many directories, each at a moment told beforehand, and keeps what it gets. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { lockDataDirectory } from '#app/platform/database/embedded-lock.server.ts'

const [place = '', rounds = '0'] = process.argv.slice(2)

process.setMaxListeners(0)
process.stdout.write('ready\n')
// Waits without giving the processor away, so that all start within the same microseconds.
while (!existsSync(path.join(place, 'go')));
for (let round = 0; round < Number(rounds); round++) {
  try {
    lockDataDirectory(path.join(place, String(round)))
    process.stdout.write(`won ${round}\n`)
  } catch {}
}
process.stdout.write('done\n')
// Lives on with its locks until it is told to end.
process.stdin.resume()
process.stdin.once('end', () => process.exit(0))
