/** A made prefecture that the real server shows, with a signed-in reader, and the bare server beside it. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listRoster } from '#app/modules/registry/roster.queries.server.ts'
import { EVERYBODY, parseRosterFilter, type RosterFilter } from '#app/modules/registry/roster.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import { findActor } from '#app/platform/auth/actor.queries.server.ts'
import { today } from '#app/platform/clock.server.ts'
import { type Database, type Db, useDatabase } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import { startApp } from '#test/harness/app-server.ts'
import { signedIn } from '#test/harness/request.ts'
import type { Statement } from './bare-server.ts'
import { startServer } from './child.ts'
import type { Page } from './measure.ts'
import type { Place } from './place.ts'
import { makeStaff } from './staff.ts'

/** The prefecture, open in this process only while `prepare` runs. */
export type StaffHome = {
  count: number
  /** Counties by their ids. */
  counties: readonly string[]
  /** The pages of these addresses on the real server. */
  pages(paths: readonly string[]): Page[]
  /** The same lists on the bare server: all statements of each, or only the one that finds the rows. */
  barePages(which: 'all' | 'last'): Page[]
  stop(): Promise<void>
}

/**
 * Makes (or finds) the staff, signs in, and starts the real server; with `bareFor` also a bare one that runs the SQL of
 * these lists. `env` are more settings of the real one.
 */
export async function openStaffHome(
  place: Place,
  count: number,
  bareFor: (counties: readonly string[]) => readonly string[],
  env: Record<string, string> = {},
): Promise<StaffHome> {
  const home = await place.home(`staff_${count}`)
  const opened = await home.open()
  const scratch = mkdtempSync(path.join(tmpdir(), 'shizi-bench-lists-'))
  const file = path.join(scratch, 'lists.json')
  await makeStaff(opened, count)
  const { actor, cookie } = await signIn(opened)
  const counties = await countiesOf(opened)
  const requests: Statement[][] = []
  for (const address of bareFor(counties)) requests.push(await statementsOf(opened, actor, filterOf(address)))
  writeFileSync(file, JSON.stringify(requests))
  await opened.close()
  const bareEnv =
    place.kind === 'embedded' ? { ...home.env, DATA_DIR: copyOf(home.env.DATA_DIR, scratch) } : home.env
  const bare = requests.length > 0 ? await startServer('bare-server.ts', [file], bareEnv) : null
  const app = await startApp({ ...home.env, ...env })
  return {
    count,
    counties,
    pages: (paths) => paths.map((one) => ({ origin: app.origin, path: one, headers: { Cookie: cookie } })),
    barePages: (which) =>
      requests.map((_, at) => ({
        origin: bare?.origin ?? '',
        path: which === 'all' ? `/${at}` : `/${at}/last`,
      })),
    async stop() {
      await app.stop()
      await bare?.stop()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

/** An embedded directory has one process at a time: the bare server gets its own copy. */
function copyOf(directory: string | undefined, scratch: string): string {
  const copy = path.join(scratch, 'copy')
  cpSync(directory ?? '', copy, { recursive: true })
  return copy
}

/** The prefecture's registrar, signed in as the sign-in page does it. */
export async function signIn(opened: Database): Promise<{ actor: Actor; cookie: string }> {
  const { db } = opened
  useDatabase(opened)
  const username = 'bench-registrar'
  const root = await db.organisation.findFirstOrThrow({ where: { parentId: null } })
  const there = await db.account.findUnique({ where: { username } })
  const account =
    there ??
    (await db.account.create({
      data: {
        id: newId(),
        username,
        displayName: '市局人事科',
        organisationId: root.id,
        // Nobody signs in with a password here: the session is opened below.
        passwordHash: '',
        mustChangePassword: false,
        grants: { create: { id: newId(), role: 'registrar', organisationId: root.id } },
      },
    }))
  const found = await findActor(db, account.id)
  if (!found) throw new Error('the account of the bench is disabled')
  return { actor: found.actor, cookie: (await signedIn(account.id)).Cookie }
}

async function countiesOf({ db }: Database): Promise<string[]> {
  const found = await db.organisation.findMany({
    where: { kind: { in: ['county', 'zone'] } },
    orderBy: { code: 'asc' },
  })
  return found.map(({ id }) => id)
}

function filterOf(address: string): RosterFilter {
  const { searchParams } = new URL(address, 'http://bench')
  const { filter, problems } = parseRosterFilter(searchParams, today())
  if (problems.length > 0) throw new Error(`${address}: ${JSON.stringify(problems)}`)
  return { ...EVERYBODY, ...filter }
}

/** The SQL that the list itself sends for a filter, as it sends it. */
async function statementsOf({ db }: Database, actor: Actor, filter: RosterFilter): Promise<Statement[]> {
  const statements: Statement[] = []
  const listening = new Proxy(db, {
    get(target, key) {
      if (key !== '$queryRaw') return Reflect.get(target, key)
      return (texts: TemplateStringsArray, ...values: unknown[]) => {
        const { text, values: flat } = Prisma.sql(texts, ...values)
        statements.push({ text, values: flat })
        return target.$queryRaw(texts, ...values)
      }
    },
  })
  const page = await listRoster(listening as Db, actor, filter)
  if (page.rows.length !== filter.pageSize)
    throw new Error(`a list of ${page.rows.length} rows instead of ${filter.pageSize}`)
  return statements
}
