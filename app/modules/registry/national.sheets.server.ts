/** The roster in the order of the national system's basic table 教职工基本信息, to be handed up. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import { resolveScope } from '#app/platform/access/scope.sql.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { fromDbDateOrNull, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { CODE_LISTS, codeLabel } from './codes/index.ts'
import { nationalCells, type PersonBehind } from './national-cells.ts'
import { NATIONAL_TABLE, type NationalColumn } from './national-table.ts'
import { numberWithin } from './person.commands.server.ts'
import { streamRoster } from './roster.queries.server.ts'
import type { RosterFilter } from './roster.ts'
import { holdsOn, rosterInScope } from './roster-where.sql.server.ts'

/** Columns that hold days; the others are texts and codes. */
const days: readonly string[] = ['birthDate', 'workStartedOn', 'joinedSchoolOn']

/**
 * The sheet. Identity numbers are masked unless `inFull`; then those are whole whose record lies where the actor
 * holds identity:reveal. Who asks for them has it put on record (`recordExport`) before a row is read.
 */
export function nationalSheet(
  db: Db,
  actor: Actor,
  filter: RosterFilter,
  { locale, inFull }: { locale: Locale; inFull: boolean },
): SheetSpec {
  const day = filter.asOf ?? today()
  const columns: readonly NationalColumn[] = NATIONAL_TABLE
  async function* rows() {
    for await (const found of streamRoster(db, actor, filter, 'staff:export')) {
      const ids = found.map((row) => row.personId)
      const people = await readPeople(db, ids, day)
      const revealed = inFull ? await revealable(db, actor, ids) : new Set<string>()
      for (const row of found) {
        const person = people.get(row.personId)
        if (!person) continue
        const cells = nationalCells(row, person, revealed.has(row.personId))
        yield columns.map(({ key, codes }) =>
          wordsOf(cells[key as keyof typeof cells] ?? null, codes, locale),
        )
      }
    }
  }
  return {
    sheetName: `${translator(locale)('staff.national_sheet')} ${day}`,
    columns: columns.map(({ key, zh, en }) => ({
      heading: locale === 'en' ? en : zh,
      kind: days.includes(key) ? 'date' : 'text',
      width: key === 'idNumber' ? 22 : undefined,
    })),
    rows: rows(),
  }
}

function wordsOf(
  value: string | readonly string[] | null,
  codes: NationalColumn['codes'],
  locale: Locale,
): string | null {
  if (value === null) return null
  const word = (code: string) => (codes ? codeLabel(CODE_LISTS[codes], code, locale) : code)
  return typeof value === 'string' ? word(value) : value.map(word).join('、')
}

/** What the table asks beyond the roster, of as many people as a round of the roster has, in three queries. */
async function readPeople(db: Db, ids: string[], day: PlainDate): Promise<Map<string, PersonBehind>> {
  const people = await db.person.findMany({ where: { id: { in: ids } } })
  const education = await db.education.findMany({
    where: { personId: { in: ids } },
    orderBy: [{ finishedOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  const on = toDbDate(day)
  const posts = await db.appointment.findMany({
    where: {
      personId: { in: ids },
      isMain: true,
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gt: on } }],
    },
    select: { personId: true, employmentForm: true },
  })
  const formOf = new Map(posts.map(({ personId, employmentForm }) => [personId, employmentForm]))
  const studies = new Map<string, typeof education>()
  for (const study of education) studies.set(study.personId, [...(studies.get(study.personId) ?? []), study])
  return new Map(
    people.map((person) => [
      person.id,
      {
        formerName: person.formerName,
        employerNumber: person.employerNumber,
        nationality: person.nationality,
        idKind: person.idKind,
        idNumber: person.idNumberCipher && numberWithin(decryptPersonal(person.idNumberCipher)),
        nativePlace: person.nativePlace,
        ethnicity: person.ethnicity,
        politicalStatus: person.politicalStatus,
        workStartedOn: fromDbDateOrNull(person.workStartedOn),
        employmentForm: formOf.get(person.id) ?? null,
        education: studies.get(person.id) ?? [],
      },
    ]),
  )
}

/** Of these people those whose number the actor may see whole: by the place of today, as on a person's page. */
async function revealable(db: Db, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  const scope = await resolveScope(db, scopeOf(actor, 'identity:reveal'))
  const rows = await db.$queryRaw<{ id: string }[]>`
    select e.person_id as id from roster_entry e
    where e.person_id = any(${[...ids]}::uuid[]) and ${holdsOn(today())} and ${rosterInScope(scope)}`
  return new Set(rows.map((row) => row.id))
}
