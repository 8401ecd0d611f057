/** Loads the demo prefecture, once, in one transaction: afterwards all of it is there or nothing. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rooms } from '#app/composition/register.server.ts'
import { refreshRoster } from '#app/modules/registry/roster.sql.server.ts'
import { formatStaffNumber } from '#app/modules/registry/staff-number.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import { hashPassword } from '#app/platform/auth/password.server.ts'
import type { Database, Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_SCHOOL_NAME, type DemoAccount } from './accounts.ts'
import { type BulkRows, writeRows } from './bulk.server.ts'
import { buildTree, type SeedSchool, type SeedTree } from './organisations.ts'
import { nextTermStart, peopleOf, type SeedPerson, type SeedWorld } from './people.ts'
import { idSequence } from './random.ts'
import { addDivision, addPerson, addSchool } from './rows.server.ts'

/** Numbers of people behind the words of `--scale`. */
const SCALES = { default: 6_000, full: 60_000 } as const
export const SMALLEST_SCALE = 100
export const LARGEST_SCALE = 200_000

/** How many people a `--scale` means; null for a word or number that is none. */
export function scaleOf(text: string): number | null {
  if (text === 'default' || text === 'full') return SCALES[text]
  const count = /^\d+$/.test(text) ? Number(text) : 0
  return count >= SMALLEST_SCALE && count <= LARGEST_SCALE ? count : null
}

export type SeedCounts = { organisations: number; staff: number }

export type SeedOutcome =
  | { ok: true; outcome: 'loaded' | 'present'; counts: SeedCounts }
  /** Other organisations stand in the database: the demo is never mixed with real data. */
  | { ok: false; reason: 'not_empty' }

export type SeedWish = {
  /** How many people, in service and gone. */
  staffCount: number
  /** The day that histories lead up to. */
  today: PlainDate
  /** Hears how many people are written so far. */
  onProgress?: (written: number) => void
}

type Holders = Partial<Record<NonNullable<DemoAccount['holder']>, string>>

const PEOPLE_A_ROUND = 2_000
const TEN_MINUTES_MS = 600_000
const author = { accountId: null, displayName: 'shizi seed' }

/** Loads the demo into an empty database; a demo that is there is left as it stands. */
export async function seedDemo(opened: Database, wish: SeedWish): Promise<SeedOutcome> {
  if (await hasDemo(opened.db)) return { ok: true, outcome: 'present', counts: await countsOf(opened.db) }
  if ((await opened.db.organisation.count()) > 0) return { ok: false, reason: 'not_empty' }
  const hashes = await Promise.all(DEMO_ACCOUNTS.map(() => hashPassword(DEMO_PASSWORD)))
  const newId = idSequence(wish.today)
  const csv = readFileSync(path.join(import.meta.dirname, 'liaocheng-divisions.csv'), 'utf8')
  const tree = buildTree(csv, wish.staffCount, wish.today, newId)
  await opened.db.$transaction(
    async (tx) => {
      await writeTree(tx, tree, newId)
      const { holders, staffByCounty } = await writePeople(tx, tree, wish, newId)
      // The roster joins all these tables: without a look at them the planner takes them for empty.
      await tx.$executeRaw`analyze person, appointment, status_period, title_period, honour_period, organisation`
      await refreshRoster(tx, Prisma.sql`select id from person`)
      await writeAccounts(tx, tree, holders, hashes, newId)
      for (const { seed } of rooms()) await seed?.(tx, { today: wish.today, newId })
      await appendAudit(tx, author, auditOf(tree, staffByCounty))
    },
    { timeout: TEN_MINUTES_MS, maxWait: 10_000 },
  )
  await opened.executeSql('analyze')
  return { ok: true, outcome: 'loaded', counts: await countsOf(opened.db) }
}

/** Whether the demo was loaded into this database. */
async function hasDemo(db: Db): Promise<boolean> {
  return (await db.auditEntry.findFirst({ where: { action: 'seed.loaded' }, select: { seq: true } })) !== null
}

async function countsOf(db: Db): Promise<SeedCounts> {
  return { organisations: await db.organisation.count(), staff: await db.person.count() }
}

async function writeTree(tx: Db, tree: SeedTree, newId: () => string): Promise<void> {
  const rows: BulkRows = {}
  for (const one of tree.divisions) addDivision(rows, one)
  for (const one of tree.schools) addSchool(rows, one, newId)
  await writeRows(tx, rows)
}

async function writePeople(tx: Db, tree: SeedTree, wish: SeedWish, newId: () => string) {
  const world = worldOf(tree, wish.today)
  const staffByCounty = new Map<string, number>()
  const holders: Holders = {}
  const rows: BulkRows = {}
  const numbers = await nextStaffNumbers(
    tx,
    tree.schools.reduce((sum, one) => sum + one.size, 0),
  )
  let written = 0
  for (const school of tree.schools) {
    for (const one of peopleOf(world, school)) {
      const id = newId()
      addPerson(rows, id, numbers[written] ?? '', one, newId)
      if (school.name === DEMO_SCHOOL_NAME) noteHolder(holders, id, one)
      staffByCounty.set(school.countyId, (staffByCounty.get(school.countyId) ?? 0) + 1)
      written += 1
      if (written % PEOPLE_A_ROUND === 0) {
        await writeRows(tx, rows)
        wish.onProgress?.(written)
      }
    }
  }
  await writeRows(tx, rows)
  return { holders, staffByCounty }
}

function worldOf(tree: SeedTree, today: PlainDate): SeedWorld {
  const byCountyAndStage = new Map<string, SeedSchool[]>()
  for (const school of tree.schools) {
    for (const stage of school.stages) {
      const key = `${school.countyId} ${stage}`
      byCountyAndStage.set(key, [...(byCountyAndStage.get(key) ?? []), school])
    }
  }
  return {
    today,
    nextTerm: nextTermStart(today),
    countyNames: new Map(tree.divisions.map((one) => [one.id, one.name])),
    schoolsOf: (countyId, stage) => byCountyAndStage.get(`${countyId} ${stage}`) ?? [],
    takenIds: new Set(),
  }
}

async function nextStaffNumbers(tx: Db, count: number): Promise<string[]> {
  const taken = await tx.$queryRaw<{ number: number }[]>`
    select nextval('staff_number_seq')::int as number from generate_series(1, ${count}::int)`
  return taken.map((row) => formatStaffNumber(row.number))
}

/** The head and the first teacher in service of the demo school hold the accounts of their kind. */
function noteHolder(holders: Holders, personId: string, one: SeedPerson): void {
  if (!one.isInService || (one.role !== 'principal' && one.role !== 'teacher')) return
  holders[one.role] ??= personId
}

async function writeAccounts(
  tx: Db,
  tree: SeedTree,
  holders: Holders,
  hashes: readonly string[],
  newId: () => string,
): Promise<void> {
  const organisations = [...tree.divisions, ...tree.schools]
  for (const [at, account] of DEMO_ACCOUNTS.entries()) {
    const organisationId = organisations.find((one) => isAt(account, one))?.id
    const passwordHash = hashes[at]
    if (!organisationId || !passwordHash) throw new Error(`no organisation for account ${account.username}`)
    const accountId = newId()
    await tx.account.create({
      data: {
        id: accountId,
        username: account.username,
        displayName: account.displayName.zh,
        organisationId,
        personId: account.holder ? holders[account.holder] : null,
        passwordHash,
        mustChangePassword: false,
      },
    })
    if (account.role)
      await tx.grant.create({ data: { id: newId(), accountId, role: account.role, organisationId } })
  }
}

function isAt(account: DemoAccount, one: { code: string; name: string }): boolean {
  return one.code === account.organisation || one.name === account.organisation
}

function auditOf(tree: SeedTree, staffByCounty: ReadonlyMap<string, number>) {
  const schoolsOf = (id: string) => tree.schools.filter((school) => school.countyId === id).length
  return tree.divisions
    .filter((one) => one.kind !== 'township')
    .map((one) => ({
      action: 'seed.loaded',
      organisationId: one.id,
      subject: `organisation:${one.id}`,
      after:
        one.kind === 'prefecture'
          ? { organisations: tree.divisions.length + tree.schools.length, accounts: DEMO_ACCOUNTS.length }
          : { schools: schoolsOf(one.id), staff: staffByCounty.get(one.id) ?? 0 },
    }))
}
