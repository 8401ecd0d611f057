/** The limit of an import: the parsed rows, in memory as COPY text, into one table with its key. Reports JSON. */
import { readFileSync } from 'node:fs'
import { database } from '#app/platform/database/client.server.ts'

export type CopyRun = { ms: number }

const CHUNK = 256 * 1024

/** Pieces that end with a line. */
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from + CHUNK)
    const to = end < 0 ? text.length : end + 1
    yield text.slice(from, to)
    from = to
  }
}

async function* given(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces
}

const [file = '', table = '', columns = ''] = process.argv.slice(2)
const pieces = [...piecesOf(readFileSync(file, 'utf8'))]
const opened = await database()
await opened.executeSql('select 1')
const began = performance.now()
await opened.copyIn(table, columns.split(','), given(pieces))
const run: CopyRun = { ms: performance.now() - began }
process.stdout.write(`${JSON.stringify(run)}\n`)
await opened.close()
process.exit(0)
