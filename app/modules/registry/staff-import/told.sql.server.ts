/** What a staged row `r` tells of units, the same where it is compared and where it is written. */
import { Prisma } from '#app/platform/database/generated/client.ts'

const { sql } = Prisma

/** The unit that holds the post of somebody new: by name, else where they work, if they are on the establishment at all. */
export const establishmentTold = sql`coalesce(r.establishment_org_id, case when r.on_establishment then r.org_id end)`
/** The unit that pays somebody new. */
export const payTold = sql`coalesce(r.pay_org_id, case when r.on_establishment then r.org_id end)`

/**
 * The unit that holds the post of somebody with appointment `a`. That they are on the establishment says not where: it stays where it
 * is, or goes along with them where it was at the old place of work.
 */
export const establishmentNext = sql`case when r.establishment_org_id is not null then r.establishment_org_id
  when r.on_establishment is false then null
  when a.establishment_org_id = a.work_org_id or (a.establishment_org_id is null and r.on_establishment)
    then coalesce(r.org_id, a.work_org_id)
  else a.establishment_org_id end`
