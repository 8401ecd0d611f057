/** 教职工花名册 as files of the importer: one person a row, into the registry. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { FixedValues, Mapping, Profile } from '#app/platform/imports/batch.ts'
import type { Subject, SubjectField } from '#app/platform/imports/subject.ts'
import { SHEET_COLUMN } from '#app/platform/sheets/open-sheet.server.ts'
import { CODE_LISTS } from '../codes/index.ts'
import { makePrefecture } from '../prefecture.server.ts'
import { type FieldKey, fieldKeys, fieldOf, fixableFields } from './fields.ts'
import { changedBy, holdPeople } from './hold.sql.server.ts'
import { staffIssues } from './issues.ts'
import { mappingGroupNames, mappingGroups } from './mapping-groups.ts'
import { matchRows, settleMatches } from './match.sql.server.ts'
import { organisationNamedIn } from './named-organisation.ts'
import { newOrganisations, rosterLeft, rosterRows } from './preview.server.ts'
import { builtInProfiles } from './profiles/index.ts'
import { readerOf } from './read-value.ts'
import { rosterRules } from './settle-row.ts'
import { rosterStage } from './stage.server.ts'
import { findStandsOn } from './stands-on.sql.server.ts'
import { peopleOf } from './undo.sql.server.ts'
import { STAGED, undoRoster, writeRoster } from './write.server.ts'

const PRIVATE: readonly FieldKey[] = ['idNumber', 'phone']

function subjectField(key: FieldKey): SubjectField {
  const { kind, codes, aliases, avoids, never } = fieldOf(key)
  return {
    label: `import.field_${key}`,
    ...{ aliases, avoids, never },
    reader: ({ dateOrder }) => readerOf(key, dateOrder),
    ...(codes && { values: CODE_LISTS[codes] }),
    ...(PRIVATE.includes(key) && { isPrivate: true }),
    // Years and positions only mean something to a recipe.
    ...((kind === 'years' || key === 'position') && { isForRecipes: true }),
    ...(fixableFields.has(key) && { everyRow: 'value' as const }),
    ...(key === 'orgCode' && { everyRow: 'organisation' as const }),
  }
}

/** A sheet's name is the school where nothing else is; 姓名 is not also 姓: with a whole name its parts are not wanted. */
function tidy(mapping: Mapping, headings: readonly string[]): Mapping {
  const { familyName, givenName, ...rest } = mapping
  const tidied: Mapping = mapping.name ? rest : { ...rest, familyName, givenName }
  if (!tidied.orgCode && !tidied.orgName && headings.includes(SHEET_COLUMN)) tidied.orgName = SHEET_COLUMN
  return tidied
}

/** The school that the title, the sheet or the file is called by, where no column names one. */
async function schoolIn(
  db: Db,
  organisationId: string,
  texts: readonly string[],
  { mapping }: Profile,
): Promise<FixedValues> {
  if (mapping.orgCode || mapping.orgName) return {}
  const known = await db.organisation.findMany({
    where: { lineage: { has: organisationId }, closedOn: null },
    select: { code: true, name: true },
  })
  const named = organisationNamedIn(texts, known)
  return named ? { orgCode: named.code } : {}
}

/** Whether what the batch would create is not there yet. */
async function plannedAreFree(db: Db, batchId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ taken: boolean }[]>`
    select exists (select from import_organisation i join organisation o
      on o.code = i.code or (o.parent_id = i.parent_id and o.name = i.name) where i.batch_id = ${batchId}::uuid) as taken`
  return !row?.taken
}

export const staffSubject: Subject = {
  fields: Object.fromEntries(fieldKeys.map((key) => [key, subjectField(key)])),
  groups: mappingGroupNames.map((name) => ({
    label: `import.staff_group_${name}`,
    fields: mappingGroups[name],
  })),
  required: [
    ['name', 'familyName'],
    ['orgCode', 'orgName'],
  ],
  keys: { fields: ['idNumber', 'staffNumber', 'sourceKey'], unless: ['matchByName'] },
  ticks: [
    { key: 'fillDown', label: 'import.staff_fill_down', hint: 'import.staff_fill_down_hint' },
    { key: 'laterIsBeside', label: 'import.staff_later_beside', hint: 'import.staff_later_beside_hint' },
    {
      key: 'honoursComplete',
      label: 'import.staff_honours_complete',
      hint: 'import.staff_honours_complete_hint',
    },
    { key: 'matchByName', label: 'import.staff_match_by_name', hint: 'import.staff_match_by_name_hint' },
    { key: 'sameNameIsOther', label: 'import.staff_same_name', hint: 'import.staff_same_name_hint' },
    {
      ...{ key: 'createOrganisations', needs: 'organisation:manage' },
      ...{ label: 'import.staff_create_organisations', hint: 'import.staff_create_organisations_hint' },
    },
  ],
  complete: { label: 'import.staff_coverage_complete', hint: 'import.staff_coverage_complete_hint' },
  source: 'roster',
  profiles: builtInProfiles,
  issues: staffIssues,
  tells: [
    { count: 'moved', term: 'import.staff_will_move', note: 'import.staff_will_move_note' },
    { count: 'organisations', term: 'import.staff_will_create_organisations' },
  ],
  left: {
    ...{ term: 'import.staff_will_leave', note: 'import.staff_will_leave_note' },
    each: 'import.staff_left_each',
  },
  stands: {
    person_changed: 'import.staff_stands_person_changed',
    later_import: 'import.staff_stands_later_import',
    organisation_used: 'import.staff_stands_organisation_used',
    account_linked: 'import.staff_stands_account_linked',
  },
  after: { href: '/staff', label: 'import.staff_to_people' },
  tidy,
  fixedBy: schoolIn,
  settle: rosterRules,
  table: STAGED,
  rows: rosterStage,
  compare: matchRows,
  settleAll: settleMatches,
  holds: (db, { batchId }) => plannedAreFree(db, batchId),
  hold: (tx, batchId, what) => holdPeople(tx, what === 'written' ? peopleOf(batchId) : changedBy(batchId)),
  write: writeRoster,
  analyze: ['person', 'appointment', 'roster_entry', 'organisation'],
  standsOn: findStandsOn,
  undo: undoRoster,
  async clear(db, batchId) {
    await db.importOrganisation.deleteMany({ where: { batchId } })
  },
  async count(db, batchId) {
    return { organisations: await db.importOrganisation.count({ where: { batchId } }) }
  },
  previewRows: rosterRows,
  previewLeft: rosterLeft,
  beside: newOrganisations,
  makeRoot: makePrefecture,
}
