/** What a list calls organisations so that the importer, given the list, finds the same ones. */
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { RosterRow } from '../roster-columns.ts'
import { nameWithCode, organisationFinder } from './organisation-finder.ts'
import { loadScope } from './stage.server.ts'
import { unitFinder } from './unit-finder.ts'

type Prefecture = {
  codes: ReadonlyMap<string, string>
  find: ReturnType<typeof organisationFinder>['find']
  findUnit: ReturnType<typeof unitFinder>
}

const nothingForeign: ReadonlySet<string> = new Set()

/** Answers rows whose organisations carry their code where their name alone would be read as another's, or as several. */
export function namesAsRead(db: Db): (rows: readonly RosterRow[]) => Promise<RosterRow[]> {
  const prefectures: Prefecture[] = []
  const prefectureOf = async (orgId: string): Promise<Prefecture> => {
    const there = prefectures.find(({ codes }) => codes.has(orgId))
    if (there) return there
    const made = await prefectureWith(db, orgId)
    prefectures.push(made)
    return made
  }
  return async (rows) => {
    const named: RosterRow[] = []
    for (const row of rows) named.push(namedIn(await prefectureOf(row.orgId), row))
    return named
  }
}

async function prefectureWith(db: Db, orgId: string): Promise<Prefecture> {
  const { lineage } = await db.organisation.findUniqueOrThrow({
    where: { id: orgId },
    select: { lineage: true },
  })
  const [rootId = orgId] = lineage
  const known = await loadScope(db, rootId, today())
  const { find } = organisationFinder(known, nothingForeign, rootId, null)
  return { codes: new Map(known.map(({ id, code }) => [id, code])), find, findUnit: unitFinder(known) }
}

function namedIn({ codes, find, findUnit }: Prefecture, row: RosterRow): RosterRow {
  const { orgId, orgName, countyName, establishmentOrgId, payOrgId } = row
  const isRead = (found: { ok: boolean; id?: string }, id: string) => found.ok && found.id === id
  const withCode = (id: string, name: string) => nameWithCode({ name, code: codes.get(id) ?? '' })
  const unit = (field: 'establishmentOrgName' | 'payOrgName', id: string | null) => {
    const name = row[field]
    if (id === null || name === null || isRead(findUnit(field, name, orgId), id)) return name
    return withCode(id, name)
  }
  return {
    ...row,
    orgName: isRead(find({ orgName, countyName: countyName ?? undefined }), orgId)
      ? orgName
      : withCode(orgId, orgName),
    establishmentOrgName: unit('establishmentOrgName', establishmentOrgId),
    payOrgName: unit('payOrgName', payOrgId),
  }
}
