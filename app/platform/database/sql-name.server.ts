/** The one way in which a name (a table, an alias, a column) enters SQL that is put together: never a value. */
import { Prisma } from './generated/client.ts'

const name = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/

/** A name of the program's own as SQL, `table` or `alias.column`. Throws for anything else, so that no text slips in. */
export function sqlName(text: string): Prisma.Sql {
  if (!name.test(text)) throw new RangeError('not a name in SQL')
  return Prisma.raw(text)
}
