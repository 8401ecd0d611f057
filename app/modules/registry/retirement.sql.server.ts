/** The SQL twin of `categoryOf` and of the table's lines; a test makes them agree (retirement-twin.test.ts). */
import { Prisma } from '#app/platform/database/generated/client.ts'
import { sqlName } from '#app/platform/database/sql-name.server.ts'
import { RETIREMENT_LINES, WORKER_POST, WORKER_STAFF } from './retirement.ts'
import type { BirthRange } from './retiring.ts'

const { sql } = Prisma

/** Whether a row of the roster is in the worker category; never null. */
function isWorker(alias: string): Prisma.Sql {
  const entry = sqlName(alias)
  return sql`coalesce(${entry}.post_category = ${WORKER_POST}, ${entry}.staff_category = ${WORKER_STAFF}, false)`
}

/** `categoryOf` of a row of the roster. */
export function retirementCategory(alias: string): Prisma.Sql {
  return sql`case when ${isWorker(alias)} then 'worker' else 'cadre' end`
}

/** Which of RETIREMENT_LINES holds for a row of the roster, counted from 1; null where the sex is not known. */
export function retirementLine(alias: string): Prisma.Sql {
  const whens = RETIREMENT_LINES.map(
    ({ sex, category }, at) =>
      sql`when ${sqlName(alias)}.sex = ${sex} and ${ofCategory(alias, category)} then ${at + 1}::int`,
  )
  return sql`(case ${Prisma.join(whens, ' ')} end)`
}

/** Who has no birth date comes after everybody else, as the index has it. */
export function bornOn(alias: string): Prisma.Sql {
  return sql`coalesce(${sqlName(alias)}.birth_date, date '9999-12-31')`
}

/** Rows of the roster that a birth range of one line holds. */
export function bornIn(alias: string, { sex, category, bornFrom, bornBefore }: BirthRange): Prisma.Sql {
  return sql`(${sqlName(alias)}.sex = ${sex} and ${ofCategory(alias, category)}
    and ${bornOn(alias)} >= ${bornFrom}::date and ${bornOn(alias)} < ${bornBefore}::date)`
}

function ofCategory(alias: string, category: 'cadre' | 'worker'): Prisma.Sql {
  return category === 'worker' ? isWorker(alias) : sql`not ${isWorker(alias)}`
}
