/** 机构名单 as files of the importer: counties, districts and schools, each below its parent. */
import type { Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import { type Mapping, plainOptions, type RowOutcome, type SubjectRow } from '#app/platform/imports/batch.ts'
import { stagedPage } from '#app/platform/imports/staging.server.ts'
import { type Standing, standing } from '#app/platform/imports/standing.sql.server.ts'
import type { Root, Subject, Told } from '#app/platform/imports/subject.ts'
import type { Sheet } from '#app/platform/sheets/sheet.ts'
import { codeLabel, matchCode, ORG_KINDS, STAGES } from '../codes/index.ts'
import { inUseSince } from '../organisations-in-use.sql.server.ts'
import { makePrefecture } from '../prefecture.server.ts'
import { compareOrganisations } from './compare.server.ts'
import {
  type OrganisationField,
  organisationFields,
  organisationIssues,
  settleOrganisation,
} from './fields.ts'
import { holdOrganisations, undoOrganisations, writeOrganisations } from './write.server.ts'

const TEMPLATE = Object.fromEntries(
  Object.entries(organisationFields).map(([key, { aliases }]) => [key, aliases[0]]),
)

const fieldKeys = Object.keys(organisationFields) as OrganisationField[]

/** A value of a field in words. */
function wordOf(key: OrganisationField, value: string | null, { t, locale }: Told): string | null {
  if (value === null || value === '') return null
  const field = organisationFields[key]
  if (key === 'isPublic') return t(value === 'true' ? 'import.organisations_yes' : 'import.organisations_no')
  if (key === 'stages')
    return value
      .split(',')
      .map((stage) => codeLabel(STAGES, stage, locale))
      .join(locale === 'en' ? ', ' : '、')
  return 'values' in field ? codeLabel(field.values, value, locale) : value
}

async function previewRows(
  db: Db,
  batchId: string,
  asked: { outcome: RowOutcome; after: number; limit: number },
  told: Told,
): Promise<SubjectRow[]> {
  const rows = await stagedPage(db, batchId, asked)
  const parents = await db.organisation.findMany({
    where: { code: { in: rows.map(({ values }) => values.parentCode ?? '') } },
    select: { code: true, name: true },
  })
  const there = await db.organisation.findMany({
    where: { id: { in: rows.map(({ id, targetId }) => targetId ?? id) } },
    select: { id: true, parent: { select: { name: true } } },
  })
  return rows.map(({ rowNumber, id, targetId, name, values, changes }) => {
    const found = there.find((one) => one.id === (targetId ?? id))
    const { code = '', parentCode = '' } = values
    return {
      ...{ rowNumber, name, note: code },
      place: found?.parent?.name ?? parents.find((one) => one.code === parentCode)?.name ?? parentCode,
      href: found && `/organisations/${found.id}`,
      changes: fieldKeys.flatMap((key) => {
        const [before, after] = changes?.[key] ?? [null, null]
        if (before === after) return []
        const words = { before: wordOf(key, before, told), after: wordOf(key, after, told) }
        return [{ field: told.t(organisationFields[key].label), ...words }]
      }),
    }
  })
}

function standsOn(db: Db, batchId: string, committedAt: Date) {
  const touched = Prisma.sql`(select target_id from import_touch where batch_id = ${batchId}::uuid)`
  const changed = Prisma.sql`select distinct o.id, o.name as label from audit_entry e join organisation o
    on e.subject = 'organisation:' || o.id where o.id in ${touched} and e.at > ${committedAt}`
  const imports = Prisma.sql`select distinct b.id, f.name as label from import_batch b join stored_file f on f.id = b.file_id
    join import_touch t on t.batch_id = b.id where b.subject = 'organisations' and b.state = 'committed'
      and b.committed_at > ${committedAt} and b.id <> ${batchId}::uuid
      and (t.target_id in ${touched} or t.target_id in (select id from organisation where batch_id = ${batchId}::uuid))`
  const all: Standing[] = [
    ['organisation_changed', changed, (id) => `/organisations/${id}`],
    ['later_import', imports, (id) => `/imports/${id}`],
    ['organisation_used', inUseSince(batchId, committedAt), (id) => `/organisations/${id}`],
  ]
  return standing(db, all)
}

/** The prefecture that a list begins with, where it has one: a row of that kind that names no parent. */
async function rootIn(sheet: Sheet, mapping: Mapping): Promise<Root | null> {
  const at = (key: OrganisationField) => sheet.headings.indexOf(mapping[key] ?? '')
  const [code, name, kind, parent] = [at('code'), at('name'), at('kind'), at('parentCode')]
  for await (const step of sheet.batches()) {
    if (!step.ok) return null
    for (const { cells } of step.rows) {
      if (cells[parent]?.trim() || matchCode(ORG_KINDS, cells[kind] ?? '') !== 'prefecture') continue
      return { code: cells[code]?.trim() ?? '', name: cells[name]?.trim() ?? '', kind: 'prefecture' }
    }
  }
  return null
}

export const organisationSubject: Subject = {
  fields: organisationFields,
  groups: [
    {
      label: 'import.organisations_group_what',
      fields: ['code', 'name', 'kind', 'parentCode', 'schoolKind', 'stages'],
    },
    { label: 'import.organisations_group_facts', fields: ['placeType', 'isPublic', 'openedOn'] },
    { label: 'import.organisations_group_figures', fields: ['schoolYear', 'classes', 'pupils'] },
  ],
  required: [['code'], ['name']],
  keys: { fields: ['code'] },
  ticks: [],
  source: 'organisations',
  profiles: [
    {
      ...{ id: null, key: 'organisation-list', name: '机构名单', source: 'organisations' },
      ...{ mapping: TEMPLATE, options: plainOptions },
    },
  ],
  issues: organisationIssues,
  tells: [],
  stands: {
    organisation_changed: 'import.organisations_stands_changed',
    later_import: 'import.staff_stands_later_import',
    organisation_used: 'import.staff_stands_organisation_used',
  },
  after: { href: '/organisations', label: 'import.organisations_to_list' },
  settle: () => settleOrganisation,
  table: 'import_row',
  nameOf: ({ values }) => values.name ?? '',
  settleAll: compareOrganisations,
  hold: holdOrganisations,
  write: writeOrganisations,
  analyze: ['organisation'],
  standsOn,
  undo: undoOrganisations,
  previewRows,
  makeRoot: makePrefecture,
  rootIn,
}
