/** The SQL that a piece of the application sends, as it sends it, to be run again by the bare server. */
import pg from 'pg'
import type { Statement } from './bare-server.ts'

/** All reading statements that went to the server while `act` ran; of this process, so nothing else may run beside it. */
export async function recorded(act: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [config, values] = given as [string | { text: string; values?: unknown[] }, unknown]
    const text = typeof config === 'string' ? config : config.text
    const own = (typeof config === 'string' ? null : config.values) ?? values
    if (/^\s*(select|with)\b/i.test(text))
      statements.push({ text, values: Array.isArray(own) ? own.map(plain) : [] })
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await act()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

const plain = (value: unknown) => (typeof value === 'bigint' ? String(value) : value)
