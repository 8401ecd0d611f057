/** A subject of no room: a school's books, in a table of their own. Made for the test that the engine needs no line for one. */

import type { Database, Db } from '#app/platform/database/client.server.ts'
import { Prisma } from '#app/platform/database/generated/client.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import { plainOptions } from '#app/platform/imports/batch.ts'
import { forgetBefore, keepBefore, keptBefore } from '#app/platform/imports/before-images.server.ts'
import { countReader, textReader } from '#app/platform/imports/readers.ts'
import { addIssue } from '#app/platform/imports/row-draft.ts'
import { stagedPage } from '#app/platform/imports/staging.server.ts'
import { standing } from '#app/platform/imports/standing.sql.server.ts'
import type { Subject, SubjectEntry } from '#app/platform/imports/subject.ts'

type Book = { isbn: string; title: string; copies: number }

const table = `create table made_book (id uuid primary key, isbn text unique not null, title text not null,
  copies int not null, batch_id uuid)`

/** With the table of books there, for as long as `act` takes. */
export async function withBooks(database: Database, act: () => Promise<void>): Promise<void> {
  await database.executeSql(table)
  try {
    await act()
  } finally {
    await database.executeSql('drop table made_book')
  }
}

export const booksNow = (db: Db) =>
  db.$queryRaw<Book[]>`select isbn, title, copies from made_book order by isbn`

const changed = (batchId: string) =>
  Prisma.sql`select target_id from import_row where batch_id = ${batchId}::uuid and outcome = 'changed'`

const books: Subject = {
  fields: {
    isbn: { label: 'imports.number', aliases: ['书号', 'ISBN'], reader: () => textReader(20) },
    title: { label: 'imports.person', aliases: ['书名', 'Title'], reader: () => textReader() },
    copies: { label: 'imports.rows', aliases: ['册数', 'Copies'], reader: () => countReader(10_000) },
  },
  groups: [{ label: 'imports.subject', fields: ['isbn', 'title', 'copies'] }],
  required: [['isbn'], ['title']],
  keys: { fields: ['isbn'] },
  ticks: [],
  source: 'books',
  profiles: [
    { ...{ id: null, key: 'books', name: '图书', source: 'books' }, mapping: {}, options: plainOptions },
  ],
  issues: [],
  tells: [],
  stands: {},
  after: { href: '/imports', label: 'imports.title' },
  settle: () => (draft) => {
    if (!draft.values.title) addIssue(draft, 'code_unknown', 'error', 'title')
  },
  table: 'import_row',
  nameOf: ({ values }) => values.title ?? '',
  async compare(db, { batchId }, from, to) {
    await db.$executeRaw`
      update import_row r set target_id = b.id, outcome = case when d.changes = '{}' then 'unchanged' else 'changed' end,
        changes = nullif(d.changes, '{}')
      from made_book b, import_row x, lateral (select jsonb_strip_nulls(jsonb_build_object(
        'title', case when x.values ->> 'title' <> b.title then jsonb_build_array(b.title, x.values ->> 'title') end,
        'copies', case when (x.values ->> 'copies')::int <> b.copies
          then jsonb_build_array(b.copies::text, x.values ->> 'copies') end)) as changes) d
      where x.batch_id = ${batchId}::uuid and x.row_number between ${from} and ${to} and x.outcome = 'new'
        and b.isbn = x.values ->> 'isbn' and r.batch_id = x.batch_id and r.row_number = x.row_number`
  },
  async write(_, tx, { batchId }) {
    await keepBefore(tx, batchId, 'made_book', changed(batchId))
    await tx.$executeRaw`
      update made_book b set title = r.values ->> 'title', copies = coalesce((r.values ->> 'copies')::int, b.copies)
      from import_row r where r.batch_id = ${batchId}::uuid and r.outcome = 'changed' and b.id = r.target_id`
    await tx.$executeRaw`
      insert into made_book select id, values ->> 'isbn', values ->> 'title', coalesce((values ->> 'copies')::int, 1), batch_id
      from import_row where batch_id = ${batchId}::uuid and outcome = 'new'`
  },
  standsOn: (db) => standing(db, []),
  async undo(_, tx, batchId) {
    await tx.$executeRaw`
      update made_book b set (title, copies) = (select k.title, k.copies from jsonb_populate_record(null::made_book, c.before) k)
      ${keptBefore(batchId, 'made_book')} and b.id = c.row_id`
    await tx.$executeRaw`delete from made_book where batch_id = ${batchId}::uuid`
    await forgetBefore(tx, batchId)
  },
  async previewRows(db, batchId, asked, { t }) {
    const rows = await stagedPage(db, batchId, asked)
    return rows.map(({ rowNumber, name, values, changes }) => ({
      ...{ rowNumber, name, place: '', note: values.isbn ?? '' },
      changes: Object.entries(changes ?? {}).map(([field, [before, after]]) => ({
        ...{ field: t(books.fields[field]?.label as ServerKey), before, after },
      })),
    }))
  },
}

export const booksEntry: SubjectEntry = {
  ...{ name: 'books', action: 'staff:import', title: 'imports.file', about: 'imports.hint', order: 99 },
  load: async () => books,
}
