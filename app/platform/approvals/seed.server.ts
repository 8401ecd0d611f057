/** The demo's school calendar: the terms of last school year, this and the next. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { schoolYearOf } from '#app/platform/dates.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'

const YEARS = [-1, 0, 1]

export async function seedTerms(tx: Db, { today }: SeedWish): Promise<void> {
  const years = YEARS.map((apart) => schoolYearOf(today) + apart)
  await tx.schoolTerm.createMany({
    data: years.flatMap((year) => {
      const source = `市教体局关于 ${year}—${year + 1} 学年校历的通知`
      const of = (season: string, first: string, last: string) => ({
        ...{ schoolYear: year, season, source },
        ...{ firstDay: toDbDate(first), lastDay: toDbDate(last) },
      })
      return [
        of('autumn', `${year}-09-01`, `${year + 1}-01-22`),
        of('spring', `${year + 1}-02-24`, `${year + 1}-07-05`),
      ]
    }),
  })
}
