/** Organisations for tests. Each makes the parents it lacks; lineage, county and prefecture come from the trigger. */
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Organisation, Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { nextInSequence } from './sequence.ts'

type Given = Partial<
  Pick<
    Prisma.OrganisationUncheckedCreateInput,
    'id' | 'code' | 'name' | 'schoolKind' | 'stages' | 'placeType' | 'isPublic' | 'batchId'
  >
> & { openedOn?: PlainDate; closedOn?: PlainDate }
type Below = Given & { parentId?: string }

async function buildOrganisation(
  db: Db,
  kind: string,
  parentId: string | null,
  named: string,
  { openedOn, closedOn, ...given }: Given,
): Promise<Organisation> {
  const number = nextInSequence()
  const name = given.name ?? `${named}${number}`
  const { id } = await db.organisation.create({
    data: {
      id: newId(),
      code: `TEST${String(number).padStart(6, '0')}`,
      ...given,
      kind,
      name,
      sortKey: nameKeys(name).sortKey,
      parentId,
      openedOn: openedOn ? toDbDate(openedOn) : null,
      closedOn: closedOn ? toDbDate(closedOn) : null,
    },
  })
  // Read again: the trigger wrote the lineage.
  return db.organisation.findUniqueOrThrow({ where: { id } })
}

export function buildPrefecture(db: Db, given: Given = {}): Promise<Organisation> {
  return buildOrganisation(db, 'prefecture', null, '示例市', given)
}

/** A county, or a development zone with `kind: 'zone'`; its parent is a prefecture. */
export async function buildCounty(
  db: Db,
  { parentId, kind = 'county', ...given }: Below & { kind?: 'county' | 'zone' } = {},
): Promise<Organisation> {
  const parent = parentId ?? (await buildPrefecture(db)).id
  return buildOrganisation(db, kind, parent, '示例县', given)
}

/** A township, or a district with `kind: 'school_district'`; its parent is a county. */
export async function buildTownship(
  db: Db,
  { parentId, kind = 'township', ...given }: Below & { kind?: 'township' | 'school_district' } = {},
): Promise<Organisation> {
  const parent = parentId ?? (await buildCounty(db)).id
  return buildOrganisation(db, kind, parent, '示例镇', given)
}

/** A public primary school in a village unless said otherwise; its parent is a county, township or district. */
export async function buildSchool(
  db: Db,
  { parentId, kind = 'school', ...given }: Below & { kind?: 'school' | 'teaching_point' } = {},
): Promise<Organisation> {
  const parent = parentId ?? (await buildCounty(db)).id
  const usual = { schoolKind: '211', stages: ['primary'], placeType: '220' }
  return buildOrganisation(db, kind, parent, '示例小学', { ...usual, ...given })
}

/** 薄弱学校 or 小规模学校, from a day on. */
export async function buildDesignation(
  db: Db,
  given: { organisationId?: string; kind?: string; validFrom?: PlainDate; validTo?: PlainDate | null } = {},
) {
  return db.organisationDesignation.create({
    data: {
      id: newId(),
      organisationId: given.organisationId ?? (await buildSchool(db)).id,
      kind: given.kind ?? 'weak',
      validFrom: toDbDate(given.validFrom ?? '2020-09-01'),
      validTo: given.validTo ? toDbDate(given.validTo) : null,
    },
  })
}

/** Classes and pupils of one stage in one school year. */
export async function buildSchoolYearFigures(
  db: Db,
  given: Partial<Prisma.SchoolYearFiguresUncheckedCreateInput> = {},
) {
  const organisationId = given.organisationId ?? (await buildSchool(db)).id
  const usual = { schoolYear: 2025, stage: 'primary', classes: 6, pupils: 210 }
  return db.schoolYearFigures.create({ data: { ...usual, ...given, organisationId } })
}
