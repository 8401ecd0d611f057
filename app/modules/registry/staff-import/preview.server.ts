/** What the rows of a compared roster are about: people, their places of work, and what would change of them. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { isId } from '#app/platform/ids.ts'
import type { BesideTable, LeftRow, Page, RowOutcome, SubjectRow } from '#app/platform/imports/batch.ts'
import type { Told } from '#app/platform/imports/subject.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { CODE_LISTS, codeLabel, ORG_KINDS } from '../codes/index.ts'
import { maskResidentId } from '../resident-id.ts'
import { fieldKeys, fieldOf } from './fields.ts'

const LISTED_ORGANISATIONS = 50

type Found = {
  row_number: number
  name: string
  org_id: string | null
  organisation: string | null
  person_id: string | null
  staff_number: string | null
  id_number_cipher: Uint8Array | null
  changes: Record<string, [string | null, string | null]> | null
}

export async function rosterRows(
  db: Db,
  batchId: string,
  { outcome, after, limit }: { outcome: RowOutcome; after: number; limit: number },
  told: Told,
): Promise<SubjectRow[]> {
  const rows = await db.$queryRaw<Found[]>`
    select r.row_number, r.name, r.org_id, coalesce(o.name, i.name) as organisation,
      coalesce(p.id, r.target_id) as person_id, p.staff_number, r.id_number_cipher, r.changes
    from staff_import_row r
    left join organisation o on o.id = r.org_id
    left join import_organisation i on i.batch_id = r.batch_id and i.id = r.org_id
    left join person p on p.id = coalesce(r.target_id, r.id)
    where r.batch_id = ${batchId}::uuid and r.outcome = ${outcome} and r.row_number > ${after}
    order by r.row_number limit ${limit}`
  const names = await organisationNames(db, rows)
  return rows.map((row) => ({
    rowNumber: row.row_number,
    name: row.name,
    place: row.organisation ?? '',
    note:
      row.staff_number ?? (row.id_number_cipher ? maskResidentId(decryptPersonal(row.id_number_cipher)) : ''),
    href: row.person_id ? `/staff/${row.person_id}` : undefined,
    changes: changesOf(row, names, told),
  }))
}

/** Fields whose values are organisations' ids. */
const organisationFields: readonly string[] = [
  'orgName',
  'onEstablishment',
  'establishmentOrgName',
  'payOrgName',
  'concurrent',
]

/** Names of the organisations that changes speak of; those not yet created are named by the row itself. */
async function organisationNames(db: Db, rows: readonly Found[]): Promise<Map<string, string>> {
  const ids = new Set<string>()
  for (const { changes } of rows) {
    for (const field of organisationFields) for (const id of changes?.[field] ?? []) if (id) ids.add(id)
  }
  const found = await db.organisation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  const names = new Map(found.map(({ id, name }) => [id, name]))
  for (const { org_id, organisation } of rows) if (org_id && organisation) names.set(org_id, organisation)
  return names
}

function changesOf(
  { changes }: Found,
  names: ReadonlyMap<string, string>,
  { t, locale }: Told,
): SubjectRow['changes'] {
  return fieldKeys.flatMap((field) => {
    const pair = changes?.[field]
    if (!pair) return []
    const [before, after] = pair
    const { codes } = fieldOf(field)
    const isOrganisation = organisationFields.includes(field)
    const word = (value: string | null) => {
      if (value === null || value === '') return null
      if (isOrganisation) return names.get(value) ?? value
      if (!codes) return value
      const words = value.split(',').map((code) => codeLabel(CODE_LISTS[codes], code, locale))
      return words.join(locale === 'en' ? ', ' : '、')
    }
    return [{ field: t(`import.field_${field}`), before: word(before), after: word(after) }]
  })
}

/** People a complete file lacks, page by page. */
export async function rosterLeft(
  db: Db,
  batchId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Page<LeftRow>> {
  const later = isId(after) ? Prisma.sql`and l.target_id > ${after}::uuid` : Prisma.empty
  const rows = await db.$queryRaw<Omit<LeftRow, 'href'>[]>`
    select p.id, p.staff_number as note, p.name, coalesce(o.name, '') as place
    from import_left l join person p on p.id = l.target_id
    left join lateral (select work_org_id from appointment a where a.person_id = p.id and a.is_main
      order by a.valid_from desc limit 1) a on true
    left join organisation o on o.id = a.work_org_id
    where l.batch_id = ${batchId}::uuid ${later} order by l.target_id limit ${limit + 1}`
  const items = rows.slice(0, limit).map((row) => ({ ...row, href: `/staff/${row.id}` }))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** The organisations that the commit would create. */
export async function newOrganisations(db: Db, batchId: string, { t, locale }: Told): Promise<BesideTable[]> {
  const found = await db.$queryRaw<{ kind: string; name: string; parent: string | null; code: string }[]>`
    select i.kind, i.name, coalesce(p.name, o.name) as parent, i.code from import_organisation i
    left join import_organisation p on p.batch_id = i.batch_id and p.id = i.parent_id
    left join organisation o on o.id = i.parent_id
    where i.batch_id = ${batchId}::uuid order by i.no limit ${LISTED_ORGANISATIONS + 1}`
  if (found.length === 0) return []
  const shown = found.slice(0, LISTED_ORGANISATIONS)
  return [
    {
      title: t('import.staff_new_organisations'),
      ...(found.length > shown.length && {
        about: t('import.staff_new_organisations_more', { count: shown.length }),
      }),
      headings: [
        t('import.staff_organisation_name'),
        t('import.staff_organisation_kind'),
        t('import.staff_organisation_parent'),
        t('import.staff_organisation_code'),
      ],
      rows: shown.map(({ name, kind, parent, code }) => [
        name,
        codeLabel(ORG_KINDS, kind, locale),
        parent ?? '',
        code,
      ]),
    },
  ]
}
