/** Bulk inserts of the demo: one statement for thousands of rows, given as JSON and typed by the table itself. */
import type { Db } from '#app/platform/database/client.server.ts'

type Row = Record<string, unknown>
type Insert = (tx: Db, json: string) => Promise<number>

/** In the order in which foreign keys allow them. */
const inserts = {
  organisation: (tx, json) =>
    tx.$executeRaw`insert into organisation
      (id, code, kind, name, sort_key, parent_id, school_kind, stages, place_type, is_public, opened_on)
      select id, code, kind, name, sort_key, parent_id, school_kind, stages, place_type, is_public, opened_on
      from json_populate_recordset(null::organisation, ${json}::json)`,
  designation: (tx, json) =>
    tx.$executeRaw`insert into organisation_designation (id, organisation_id, kind, valid_from, valid_to, document_no)
      select id, organisation_id, kind, valid_from, valid_to, document_no
      from json_populate_recordset(null::organisation_designation, ${json}::json)`,
  figures: (tx, json) =>
    tx.$executeRaw`insert into school_year_figures (organisation_id, school_year, stage, classes, pupils, boarders)
      select organisation_id, school_year, stage, classes, pupils, boarders
      from json_populate_recordset(null::school_year_figures, ${json}::json)`,
  person: (tx, json) =>
    tx.$executeRaw`insert into person
      (id, staff_number, name, sort_key, search_terms, sex, birth_date, id_number_cipher, id_number_hash, ethnicity,
       political_status, native_place, work_started_on, teaching_since, education_level, employer_number)
      select id, staff_number, name, sort_key, search_terms, sex, birth_date, id_number_cipher, id_number_hash, ethnicity,
       political_status, native_place, work_started_on, teaching_since, education_level, employer_number
      from json_populate_recordset(null::person, ${json}::json)`,
  appointment: (tx, json) =>
    tx.$executeRaw`insert into appointment
      (id, person_id, valid_from, valid_to, is_main, work_org_id, establishment_org_id, pay_org_id, staff_category,
       post_category, post_level, school_post, stage, subject, employment_form, start_reason, end_reason, document_no)
      select id, person_id, valid_from, valid_to, is_main, work_org_id, establishment_org_id, pay_org_id, staff_category,
       post_category, post_level, school_post, stage, subject, employment_form, start_reason, end_reason, document_no
      from json_populate_recordset(null::appointment, ${json}::json)`,
  status: (tx, json) =>
    tx.$executeRaw`insert into status_period (id, person_id, status, valid_from, valid_to, document_no)
      select id, person_id, status, valid_from, valid_to, document_no
      from json_populate_recordset(null::status_period, ${json}::json)`,
  title: (tx, json) =>
    tx.$executeRaw`insert into title_period (id, person_id, title_level, awarded_as, valid_from, valid_to, document_no)
      select id, person_id, title_level, awarded_as, valid_from, valid_to, document_no
      from json_populate_recordset(null::title_period, ${json}::json)`,
  honour: (tx, json) =>
    tx.$executeRaw`insert into honour_period (id, person_id, honour, awarded_by, valid_from, valid_to, document_no)
      select id, person_id, honour, awarded_by, valid_from, valid_to, document_no
      from json_populate_recordset(null::honour_period, ${json}::json)`,
  qualification: (tx, json) =>
    tx.$executeRaw`insert into qualification
      (id, person_id, kind, certificate_no, subject, issued_on, issuer, registered_on, registered_till)
      select id, person_id, kind, certificate_no, subject, issued_on, issuer, registered_on, registered_till
      from json_populate_recordset(null::qualification, ${json}::json)`,
  education: (tx, json) =>
    tx.$executeRaw`insert into education
      (id, person_id, level, degree, institution, major, is_full_time, is_normal, started_on, finished_on)
      select id, person_id, level, degree, institution, major, is_full_time, is_normal, started_on, finished_on
      from json_populate_recordset(null::education, ${json}::json)`,
} as const satisfies Record<string, Insert>

export type BulkTable = keyof typeof inserts

/** Rows of several tables, waiting to be written together. */
export type BulkRows = Partial<Record<BulkTable, Row[]>>

const ROWS_A_STATEMENT = 5_000

/** Writes what has gathered, in foreign-key order, and empties it. */
export async function writeRows(tx: Db, rows: BulkRows): Promise<void> {
  for (const table of Object.keys(inserts) as BulkTable[]) {
    const waiting = rows[table] ?? []
    for (let from = 0; from < waiting.length; from += ROWS_A_STATEMENT) {
      await inserts[table](tx, JSON.stringify(waiting.slice(from, from + ROWS_A_STATEMENT)))
    }
    delete rows[table]
  }
}

/** Adds a row under its table. */
export function addRow(rows: BulkRows, table: BulkTable, row: Row): void {
  const waiting = rows[table] ?? []
  waiting.push(row)
  rows[table] = waiting
}

/** Bytes as a text that PostgreSQL reads into bytea. */
export function byteaText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}
