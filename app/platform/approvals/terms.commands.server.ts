/** The school calendar 校历 of the prefecture: when schools teach in a term, told by whoever keeps its working days. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import { type SchoolTerm, type TermProblem, termProblem } from '#app/platform/calendar/school-terms.ts'
import { fromDbDate, toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { EXCLUSION_VIOLATION } from '#app/platform/database/violation.server.ts'
import type { Term } from '#app/platform/dates.ts'
import { calendarKeeper } from './calendar.commands.server.ts'

export type TermRefusal = TermProblem | 'not_allowed' | 'overlaps' | 'not_found'
type TermOutcome = Outcome<object, TermRefusal>

const refuse: Refuse<TermRefusal> = refuseAct

const subjectOf = ({ schoolYear, season }: Term) => `term:${schoolYear}-${season}`

/** What was told of the term before is replaced; no two terms overlap. */
export function tellTerm(
  db: PrismaClient,
  actor: Actor,
  told: SchoolTerm & { source: string } & Keyed,
): Promise<TermOutcome> {
  const { schoolYear, season, firstDay, lastDay, source } = told
  return perform(db, actor, {
    name: 'tellTerm',
    input: told,
    async lock(tx) {
      const problem = termProblem(told)
      if (problem) refuse(problem)
      return (await calendarKeeper(tx, actor)) ?? refuse('not_allowed')
    },
    async write(tx, organisationId) {
      const days = { firstDay: toDbDate(firstDay), lastDay: toDbDate(lastDay), source }
      await tx.schoolTerm.upsert({
        where: { schoolYear_season: { schoolYear, season } },
        create: { schoolYear, season, ...days },
        update: days,
      })
      const event = { action: 'term.told', organisationId, subject: subjectOf(told) }
      return { done: {}, events: [{ ...event, after: { firstDay, lastDay, source } }] }
    },
    broken: ({ code }) => (code === EXCLUSION_VIOLATION ? 'overlaps' : null),
  })
}

/** Nothing is told of the term any more: no day counts as its holidays. */
export function dropTerm(db: PrismaClient, actor: Actor, term: Term & Keyed): Promise<TermOutcome> {
  const { schoolYear, season } = term
  const where = { schoolYear_season: { schoolYear, season } }
  return perform(db, actor, {
    name: 'dropTerm',
    input: term,
    async lock(tx) {
      const organisationId = (await calendarKeeper(tx, actor)) ?? refuse('not_allowed')
      await tx.$queryRaw`select season from school_term where school_year = ${schoolYear}::int and season = ${season} for update`
      return { organisationId, told: (await tx.schoolTerm.findUnique({ where })) ?? refuse('not_found') }
    },
    async write(tx, { organisationId, told: { firstDay, lastDay, source } }) {
      await tx.schoolTerm.delete({ where })
      const before = { firstDay: fromDbDate(firstDay), lastDay: fromDbDate(lastDay), source }
      return {
        done: {},
        events: [{ action: 'term.dropped', organisationId, subject: subjectOf(term), before }],
      }
    },
  })
}
