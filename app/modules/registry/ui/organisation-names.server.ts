/** Organisations as people type them into a field: a name, a code, or the offered "name（code）". */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'

type Named = { name: string; code: string }

/** How an organisation is offered and shown in a field. */
export function organisationText({ name, code }: Named): string {
  return `${name}（${code}）`
}

const offered = 20

/** As the database can compare it: NUL is no text to it. */
function cleaned(text: string): string {
  return text.replaceAll('\0', '').trim()
}

function within(actor: Actor) {
  return { lineage: { hasSome: scopeOf(actor, 'organisation:read') }, closedOn: null }
}

type Within = Pick<Prisma.OrganisationWhereInput, 'lineage' | 'kind' | 'closedOn'>

/** Schools of the prefecture in which the reader's account is: what they are called is no secret. */
async function schoolsAround(db: Db, { organisationId }: Actor): Promise<Within> {
  const own = await db.organisation.findUnique({ where: { id: organisationId }, select: { lineage: true } })
  return {
    lineage: { has: own?.lineage[0] ?? '' },
    kind: { in: ['school', 'teaching_point'] },
    closedOn: null,
  }
}

/** At most 20 organisations of the reader's scope whose name holds the text or whose code starts with it. */
export function suggestOrganisations(db: Db, actor: Actor, text: string): Promise<string[]> {
  return suggestWithin(db, within(actor), text)
}

/** The same of all schools around. */
export async function suggestSchools(db: Db, actor: Actor, text: string): Promise<string[]> {
  return suggestWithin(db, await schoolsAround(db, actor), text)
}

async function suggestWithin(db: Db, where: Within, text: string): Promise<string[]> {
  const typed = cleaned(text).slice(0, 60)
  if (typed === '') return []
  const found = await db.organisation.findMany({
    where: { ...where, OR: [{ name: { contains: typed } }, { code: { startsWith: typed } }] },
    select: { name: true, code: true },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: offered,
  })
  return found.map(organisationText)
}

/**
 * The one organisation that a typed text means; null for none or several. It lies within the reader's scope, or is one
 * of the `known` ids, which the form itself named.
 */
export function organisationOfText(
  db: Db,
  actor: Actor,
  text: string,
  known: readonly string[] = [],
): Promise<string | null> {
  return ofTextWithin(db, within(actor), text, known)
}

/** The same of all schools around. */
export async function schoolOfText(
  db: Db,
  actor: Actor,
  text: string,
  known: readonly string[] = [],
): Promise<string | null> {
  return ofTextWithin(db, await schoolsAround(db, actor), text, known)
}

/** Schools as lines name them; `unknown` is the first line that means none, or several. */
export async function schoolsOfLines(
  db: Db,
  actor: Actor,
  lines: readonly string[],
): Promise<{ ids: string[]; unknown: string | null }> {
  const typed = lines.map((line) => ({ text: cleaned(line), code: codeIn(cleaned(line)) }))
  const named = [
    { code: { in: typed.map(({ code }) => code) } },
    { name: { in: typed.map(({ text }) => text) } },
  ]
  const found =
    typed.length === 0
      ? []
      : await db.organisation.findMany({
          where: { AND: [await schoolsAround(db, actor), { OR: named }] },
          select: { id: true, code: true, name: true },
        })
  const ids: string[] = []
  for (const { text, code } of typed) {
    const exact = found.find((one) => one.code === code)
    const [only, another] = exact ? [exact] : found.filter(({ name }) => name === text)
    if (!only || another) return { ids, unknown: text }
    ids.push(only.id)
  }
  return { ids, unknown: null }
}

/** The code of "name（code）"; else the text itself. */
const codeIn = (typed: string) => /^.*[（(]([^（）()]+)[）)]$/.exec(typed)?.[1] ?? typed

async function ofTextWithin(
  db: Db,
  where: Within,
  text: string,
  known: readonly string[],
): Promise<string | null> {
  const typed = cleaned(text)
  if (typed === '') return null
  const code = codeIn(typed)
  const found = await db.organisation.findMany({
    where: {
      AND: [{ OR: [where, { id: { in: [...known] } }] }, { OR: [{ code }, { name: typed }] }],
    },
    select: { id: true, code: true },
    take: 2,
  })
  const exact = found.find((one) => one.code === code)
  if (exact) return exact.id
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** How the organisations of these ids stand in a field. */
async function organisationTexts(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const found = await db.organisation.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true, code: true },
  })
  return new Map(found.map((one) => [one.id, organisationText(one)]))
}

type Units = Record<'workOrgId' | 'establishmentOrgId' | 'payOrgId', string | null>

/** The three units of a post as their fields hold them. */
export async function unitTexts(
  db: Db,
  { workOrgId, establishmentOrgId, payOrgId }: Units,
): Promise<Partial<Units>> {
  const texts = await organisationTexts(db, [workOrgId, establishmentOrgId, payOrgId])
  const textOf = (id: string | null) => (id && texts.get(id)) || null
  return {
    workOrgId: textOf(workOrgId),
    establishmentOrgId: textOf(establishmentOrgId),
    payOrgId: textOf(payOrgId),
  }
}

/** The one school whose office the actor is, as a field's text: a new person most often comes there. */
export async function schoolOfOffice(db: Db, actor: Actor): Promise<string | undefined> {
  const [only, ...others] = scopeOf(actor, 'staff:write')
  if (!only || others.length > 0) return undefined
  const found = await db.organisation.findUnique({
    where: { id: only, kind: { in: ['school', 'teaching_point'] } },
    select: { name: true, code: true },
  })
  return found ? organisationText(found) : undefined
}
