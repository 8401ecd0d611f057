/** Rounds, the posts of one, and its subjects, as sheets. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays } from '#app/platform/dates.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import { schoolYearText, type Words, word } from '../ui/due-words.server.ts'
import { streamNeeds } from './needs.queries.server.ts'
import { formText, placeMarks, stateView } from './round.view.server.ts'
import { listRounds, type RoundRow } from './rounds.queries.server.ts'
import type { SubjectTable } from './subjects.queries.server.ts'

const number = (heading: string) => ({ heading, kind: 'number', width: 10 }) as const
const date = (heading: string) => ({ heading, kind: 'date' }) as const

export function roundsSheet(db: Db, actor: Actor, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for (const one of await listRounds(db, actor)) {
      yield [
        one.orgName,
        schoolYearText(one.schoolYear, words),
        stateView(one.state, words).label,
        one.needsUntil,
        one.volunteersUntil,
        one.contestUntil,
        one.needs,
        one.places,
        one.volunteers,
      ]
    }
  }
  return {
    sheetName: t('round.title'),
    columns: [
      { heading: t('round.county'), width: 20 },
      { heading: t('round.year'), shows: 'year', width: 20 },
      { heading: t('round.state'), shows: 'state' },
      { ...date(t('round.needs_until')), shows: 'until' },
      { ...date(t('round.volunteers_until')), shows: 'until' },
      { ...date(t('round.contest_until')), shows: 'until' },
      { ...number(t('round.needs')), shows: 'needs' },
      { ...number(t('round.places')), shows: 'places' },
      { ...number(t('round.volunteers')), shows: 'volunteers' },
    ],
    rows: rows(),
  }
}

export function needsSheet(db: Db, actor: Actor, round: RoundRow, words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for await (const found of streamNeeds(db, actor, round)) {
      for (const row of found) {
        yield [
          row.orgName,
          placeMarks(row, words).join('；'),
          formText(row.form, words),
          word('stage', row.stage, words),
          word('subject', row.subject, words),
          row.places,
          row.validFrom,
          addDays(row.validTo, -1),
          row.note,
        ]
      }
    }
  }
  return {
    sheetName: t('round.posts'),
    columns: [
      { heading: t('need.host'), width: 28 },
      { heading: t('need.place_type'), width: 20 },
      { heading: t('need.form'), width: 18 },
      { heading: t('need.stage') },
      { heading: t('need.subject') },
      number(t('need.places')),
      date(t('need.from')),
      date(t('need.until')),
      { heading: t('need.note'), width: 30 },
    ],
    rows: rows(),
  }
}

export function subjectsSheet({ rows }: SubjectTable, words: Words): SheetSpec {
  const { t } = words
  return {
    sheetName: t('subjects.title'),
    columns: [
      { heading: t('need.stage') },
      { heading: t('need.subject') },
      number(t('subjects.teachers')),
      number(t('subjects.due')),
      number(t('subjects.may_leave')),
      number(t('subjects.volunteers')),
      number(t('subjects.offered')),
    ],
    rows: rows.map((one) => [
      word('stage', one.stage, words),
      word('subject', one.subject, words),
      one.teachers,
      one.due,
      one.mayLeave,
      one.volunteers,
      one.offered,
    ]),
  }
}
