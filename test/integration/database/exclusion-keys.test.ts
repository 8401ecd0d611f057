/** Exclusion constraints stay fast under keys that one second made: none begins with a bare uuid (stack.md, decision 0010). */
import { describe, expect } from 'vitest'
import type { Database } from '#app/platform/database/client.server.ts'
import { test } from '#test/harness/db.ts'

/** Names of exclusion constraints that begin with a column of type uuid (an expression has no column: number 0). */
async function beginningWithUuid({ executeSql }: Database): Promise<unknown[]> {
  const { rows } = await executeSql(`
    select c.conname as name from pg_constraint c
    join pg_index i on i.indexrelid = c.conindid
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where c.contype = 'x' and a.atttypid = 'uuid'::regtype order by 1`)
  return rows.map(({ name }) => name)
}

describe('exclusion constraints', () => {
  test('none begins with a bare uuid', async ({ database }) => {
    const { rows } = await database.executeSql(
      `select count(*)::int as n from pg_constraint where contype = 'x'`,
    )
    expect(rows[0]?.n).toBeGreaterThanOrEqual(9)
    expect(await beginningWithUuid(database)).toEqual([])
  })

  test('one that does is found', async ({ database }) => {
    await database.executeSql(`create table bare (person_id uuid, valid daterange,
      constraint bare_key exclude using gist (person_id with =, valid with &&))`)
    try {
      expect(await beginningWithUuid(database)).toEqual(['bare_key'])
    } finally {
      await database.executeSql('drop table bare')
    }
  })
})
