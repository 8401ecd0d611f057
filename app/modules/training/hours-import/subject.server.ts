/** 学时记录 as files of the importer: what a platform or a provider says that people took part in. */
import { codeLabel } from '#app/modules/registry/index.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { plainOptions, type RowOutcome, type SubjectRow } from '#app/platform/imports/batch.ts'
import { stagedPage } from '#app/platform/imports/staging.server.ts'
import { standing } from '#app/platform/imports/standing.sql.server.ts'
import type { Subject, Told } from '#app/platform/imports/subject.ts'
import { TRAINING_LEVELS } from '../codes.ts'
import { daysText, hoursText } from '../hours.view.server.ts'
import { compareHours, settleHours } from './compare.sql.server.ts'
import { hoursFields, hoursIssues, hoursRules } from './fields.ts'
import { hoursStage } from './stage.server.ts'
import { undoHours, writeHours } from './write.sql.server.ts'

const TEMPLATE = Object.fromEntries(
  Object.entries(hoursFields).map(([key, { aliases }]) => [key, aliases[0]]),
)

async function previewRows(
  db: Db,
  batchId: string,
  asked: { outcome: RowOutcome; after: number; limit: number },
  told: Told,
): Promise<SubjectRow[]> {
  const rows = await stagedPage(db, batchId, asked)
  return rows.map(({ rowNumber, name, values }) => {
    const { title = '', level = '', startsOn, lastDay, hours = '0' } = values
    const days = startsOn && lastDay ? daysText({ startsOn, lastDay }, told) : ''
    const what = [title, codeLabel(TRAINING_LEVELS, level, told.locale), days]
    return {
      ...{ rowNumber, name, changes: [] },
      place: what.filter(Boolean).join(' · '),
      note: told.t('training.hours_of', { hours: hoursText(Number(hours), told) }),
    }
  })
}

export const hoursSubject: Subject = {
  fields: hoursFields,
  groups: [
    { label: 'import.hours_group_who', fields: ['staffNumber', 'idNumber', 'name'] },
    {
      label: 'import.hours_group_what',
      fields: ['title', 'kind', 'level', 'category', 'startsOn', 'lastDay', 'hours'],
    },
    { label: 'import.hours_group_more', fields: ['provider', 'evidence', 'certificateNo'] },
  ],
  required: [
    ['staffNumber', 'idNumber'],
    ['title'],
    ['kind'],
    ['level'],
    ['category'],
    ['startsOn'],
    ['hours'],
  ],
  keys: { fields: ['staffNumber', 'idNumber'] },
  ticks: [],
  source: 'hours',
  profiles: [
    {
      ...{ id: null, key: 'hours', name: '学时记录', source: 'hours' },
      ...{ mapping: TEMPLATE, options: plainOptions },
    },
  ],
  issues: hoursIssues,
  tells: [],
  stands: {},
  after: { href: '/training/entries?state=approved', label: 'import.hours_to_list' },
  settle: hoursRules,
  table: 'import_row',
  rows: (opened, plan) => hoursStage(opened, plan, hoursSubject),
  nameOf: ({ values }) => values.name ?? values.staffNumber ?? '',
  compare: compareHours,
  settleAll: settleHours,
  write: writeHours,
  analyze: ['training_entry', 'training_line'],
  // What was counted on it since is counted anew: nothing stands in the way.
  standsOn: (db) => standing(db, []),
  undo: undoHours,
  previewRows,
}
