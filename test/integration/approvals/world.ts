/** A process made for tests: a school, its county, the city, then a public notice; and those who decide it. */
import type { Actor } from '#app/platform/access/actor.ts'
import { type Action, type Role, registerActions } from '#app/platform/access/roles.ts'
import { openCase, submitCase } from '#app/platform/approvals/cases.commands.server.ts'
import { type DecidedCase, registerProcess } from '#app/platform/approvals/process.ts'
import { appendAudit } from '#app/platform/audit/append.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { newId } from '#app/platform/ids.ts'
import {
  actorOf,
  actorWith,
  buildAccount,
  buildCounty,
  buildPerson,
  buildPrefecture,
  buildSchool,
} from '#test/factories/registry.ts'

export const TODAY = '2026-09-29'

const holders: Record<string, readonly Role[]> = {
  'made:school': ['leader'],
  'made:county': ['registrar'],
  'made:city': ['registrar'],
  'made:read': ['inspector', 'registrar', 'leader'],
}
registerActions(holders)
const action = (name: keyof typeof holders) => name as Action
const word = (key: string) => key as 'app.name'

/** What the processes were told of, in the order they were. */
export const told: DecidedCase[] = []

const steps = [
  { key: 'school', label: word('made.school'), action: action('made:school'), at: 'own' },
  { key: 'county', label: word('made.county'), action: action('made:county'), at: 'county' },
  { key: 'city', label: word('made.city'), action: action('made:city'), at: 'prefecture' },
] as const
/** Subjects of cases from which nothing can follow: the room throws. */
export const broken = new Set<string>()

const decided = async (_: unknown, cases: readonly DecidedCase[]) => {
  if (cases.some(({ subject }) => broken.has(subject))) throw new Error('the room is broken')
  told.push(...cases)
  return []
}

registerProcess({
  ...{ key: 'made.plain', label: word('made.plain'), readers: action('made:read'), steps, decided },
})
registerProcess({
  ...{ key: 'made.noticed', label: word('made.noticed'), readers: action('made:read'), steps, decided },
  notice: async () => [{ name: '王秀英', organisation: '实验小学', note: '语文' }],
})

/** The schools that a case of `made.each` names. */
export const named: string[] = []
registerProcess({
  ...{ key: 'made.each', label: word('made.each'), readers: action('made:read'), decided },
  steps: [
    { key: 'schools', label: word('made.school'), action: action('made:school'), at: 'each' },
    { key: 'city', label: word('made.city'), action: action('made:city'), at: 'prefecture' },
  ],
  each: async () => named,
})

export async function buildWorld(db: PrismaClient) {
  told.length = 0
  named.length = 0
  broken.clear()
  const city = await buildPrefecture(db)
  const county = await buildCounty(db, { parentId: city.id })
  const school = await buildSchool(db, { parentId: county.id })
  const person = await buildPerson(db, { appointment: { workOrgId: school.id } })
  const account = await buildAccount(db, { organisationId: school.id, personId: person.id })
  return {
    ...{ city, county, school, person },
    teacher: await actorOf(db, account.id),
    head: await actorWith(db, 'leader', school.id),
    registrar: await actorWith(db, 'registrar', county.id),
    cityRegistrar: await actorWith(db, 'registrar', city.id),
  }
}

export type World = Awaited<ReturnType<typeof buildWorld>>

/** Opens a case of the teacher's, sent in unless it stays a draft. */
export async function openMade(
  db: PrismaClient,
  { teacher, school, person }: Pick<World, 'teacher' | 'school' | 'person'>,
  given: { process?: string; isDraft?: boolean; subject?: string } = {},
): Promise<string> {
  const { process = 'made.plain', isDraft = false, subject = `made:${newId()}` } = given
  const id = await db.$transaction(async (tx) => {
    const parties = [{ personId: person.id, relation: 'applicant' as const }]
    const wish = {
      process,
      subject,
      title: person.name,
      organisationId: school.id,
      contentHash: 'one',
      parties,
    }
    const opened = await openCase(tx, teacher, wish)
    await appendAudit(tx, teacher, opened.events)
    return opened.id
  })
  if (!isDraft) await submitCase(db, teacher, { id, version: 1, comment: '请审批' }, TODAY)
  return id
}

export async function caseOf(db: PrismaClient, id: string) {
  return db.approvalCase.findUniqueOrThrow({
    where: { id },
    include: {
      entries: { orderBy: { number: 'asc' } },
      waits: true,
      notices: { orderBy: { number: 'asc' } },
    },
  })
}

/** The actor with every role at a place, and a person of their own where they are to be a party. */
export async function decider(
  db: PrismaClient,
  role: Role,
  organisationId: string,
  personId?: string,
): Promise<Actor> {
  const account = await buildAccount(db, { organisationId, personId, grants: [role] })
  return actorOf(db, account.id)
}
