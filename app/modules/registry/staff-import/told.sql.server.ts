/** What a staged row `r` tells of units, the same where it is compared and where it is written. */
import { Prisma } from '#app/platform/database/generated/client.ts'

const { sql } = Prisma

/** The unit that holds the post: by name, else where the person works, if they are on the establishment at all. */
export const establishmentTold = sql`coalesce(r.establishment_org_id, case when r.on_establishment then r.org_id end)`
/** The unit that pays somebody new. */
export const payTold = sql`coalesce(r.pay_org_id, case when r.on_establishment then r.org_id end)`
