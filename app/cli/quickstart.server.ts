/** The second half of `npm run quickstart`, once packages are there: database, demo data, server, welcome. */
import { today } from '#app/platform/clock.server.ts'
import { useDatabase } from '#app/platform/database/client.server.ts'
import { settings } from '#app/platform/env.server.ts'
import { start } from '#app/server.ts'
import { migrate } from '#prisma/migrate.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#prisma/seed/accounts.ts'
import { type SeedOutcome, scaleOf, seedDemo } from '#prisma/seed/seed.server.ts'
import { failureOf, open } from './run.server.ts'

/** A failure that the caller prints without a stack. */
class PlainFailure extends Error {
  readonly isPlain = true
}

/** Opens and migrates the database and loads the demo where nothing is; the open database is the server's. */
export async function prepare(): Promise<SeedOutcome> {
  try {
    const { database, target } = await open()
    useDatabase(database)
    await migrate(target)
    return await seedDemo(database, { staffCount: scaleOf('default') ?? 0, today: today() })
  } catch (error) {
    const failure = failureOf(error)
    throw failure ? new PlainFailure(failure.text) : error
  }
}

/** Starts the server; answers what to show: the address, and the demo's accounts where the demo is loaded. */
export async function startDemo(demo: SeedOutcome): Promise<string> {
  await start()
  const { HOST, PORT } = settings()
  const address = `\n  http://${HOST}:${PORT}\n`
  if (!demo.ok) return address
  const { organisations, staff } = demo.counts
  return [
    address,
    `  聊城市演示数据：机构 ${organisations} 个，教职工 ${staff} 人（均为虚构）。`,
    `  Demo of Liaocheng: ${organisations} organisations, ${staff} people, all made up.\n`,
    accountTable(),
    '\n  按 Ctrl+C 停止，数据保留。 Ctrl+C stops; the data stays.',
  ].join('\n')
}

function accountTable(): string {
  const heads = ['账号 Account', '密码 Password', '身份 Who']
  const rows = DEMO_ACCOUNTS.map((one) => [
    one.username,
    DEMO_PASSWORD,
    `${one.displayName.zh} ${one.displayName.en}`,
  ])
  const widths = heads.map((_, at) => Math.max(...[heads, ...rows].map((row) => columns(row[at] ?? ''))))
  const line = (cells: string[]) =>
    `  ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - columns(cell))).join('  ')}`.trimEnd()
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Columns of a terminal: Chinese characters take two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0)
}
