/** A server that takes no connections for a while is away, not broken: every way to it says so, and works again afterwards. */
import { expect } from 'vitest'
import { isDatabaseAway } from '#app/platform/database/away.server.ts'
import { type Database, serverDatabase } from '#app/platform/database/client.server.ts'
import { serverAddress, test, testOnServer } from '#test/harness/db.ts'
import { databaseOn, onServer } from '#test/harness/template.ts'

const waysIn = ({ db, executeSql, copyIn }: Database) => [
  () => db.account.count(),
  () => db.$queryRaw`select 1`,
  () => db.$transaction((tx) => tx.account.count()),
  () => executeSql('select 1'),
  () => copyIn('import_left', ['batch_id', 'target_id'], (async function* () {})()),
]

async function errorsOf(database: Database): Promise<unknown[]> {
  const settled = await Promise.allSettled(waysIn(database).map((way) => way()))
  return settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
}

testOnServer('closed for maintenance, then open again', { timeout: 60_000 }, async () => {
  const address = (await serverAddress()) ?? ''
  const admin = databaseOn(address, 'postgres')
  const name = new URL(address).pathname.slice(1)
  const own = serverDatabase(address, 3)
  try {
    expect(await errorsOf(own)).toEqual([])
    await onServer(admin, [
      `alter database ${name} allow_connections false`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    ])
    for (const _ of [1, 2]) {
      const errors = await errorsOf(own)
      expect(errors).toHaveLength(waysIn(own).length)
      for (const error of errors) expect([error, isDatabaseAway(error)]).toEqual([error, true])
    }
  } finally {
    await onServer(admin, [`alter database ${name} allow_connections true`])
  }
  expect(await errorsOf(own)).toEqual([])
  await own.close()
})

test('is told by the server’s own code, too, wherever Prisma puts it', () => {
  for (const originalCode of ['53300', '57P01', '57P03', '08006']) {
    const meta = { driverAdapterError: { cause: { originalCode, originalMessage: 'sorry' } } }
    expect(isDatabaseAway(Object.assign(new Error('Database error'), { code: 'P2039', meta }))).toBe(true)
  }
})

test('a mistake in a query is no database that is away', async ({ db, database }) => {
  const mistakes = [
    () => db.$queryRaw`select * from no_such_table`,
    () => db.$queryRaw`select ${'x'}::date`,
    () => db.account.findUniqueOrThrow({ where: { username: 'nobody' } }),
    () => database.executeSql('select 1/0'),
    () => Promise.reject(new Error('no connection to the idea')),
    () => Promise.reject('not even an error'),
  ]
  for (const mistake of mistakes) {
    const error = await mistake().then(
      () => 'no error',
      (thrown: unknown) => thrown,
    )
    expect([error, isDatabaseAway(error)]).toEqual([error, false])
  }
})
