/** Whether a school is designated weak 薄弱 or small 小规模 on a day. */
import { Prisma } from '#app/platform/database/generated/client.ts'
import { RURAL_PLACES } from './codes/index.ts'

const { sql } = Prisma

/** Of the organisation `o` of the statement; `day` is an expression of a date. */
export const designated = (
  kind: 'weak' | 'small',
  day: Prisma.Sql,
) => sql`exists (select from organisation_designation d
  where d.organisation_id = o.id and d.kind = ${kind} and d.valid_from <= ${day}
    and (d.valid_to is null or ${day} < d.valid_to))`

/** Whether the organisation `o` lies in a township or village 乡村; never null. */
export const isRural = sql`coalesce(o.place_type = any(${[...RURAL_PLACES]}::text[]), false)`
