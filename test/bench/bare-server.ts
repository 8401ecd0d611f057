/**
 * The limit of a list page: `node:http` answers the rows of given SQL as JSON, with no session, scope, or page. Started
 * with a file of requests; `/3` runs all statements of the third, `/3/last` only the last one (the rows, no total).
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'
import { openPGlite } from '#app/platform/database/client.server.ts'

export type Statement = { text: string; values: unknown[] }

type Run = (statement: Statement) => Promise<unknown[]>

async function connect(): Promise<Run> {
  const { DATABASE_URL, DATA_DIR } = process.env
  if (!DATABASE_URL) {
    const pglite = await openPGlite(`${DATA_DIR}/pgdata`)
    return async ({ text, values }) => (await pglite.query(text, values)).rows
  }
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: '-c TimeZone=UTC' })
  return async ({ text, values }) => (await pool.query(text, values)).rows
}

const requests = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Statement[][]
const run = await connect()

const server = createServer(async (request, response) => {
  const [, at = '', which] = (request.url ?? '').split('/')
  const statements = requests[Number(at)] ?? []
  const results: unknown[][] = []
  for (const one of which === 'last' ? statements.slice(-1) : statements) results.push(await run(one))
  const body = Buffer.from(JSON.stringify(results))
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
