/** Who sees which calls, studios and researchers. */
import { bureausInSight as inSight } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Prisma } from '#app/platform/database/generated/client.ts'

/** Of the bureau under the alias: whose calls, studios and researchers the reader may read. */
export const bureausInSight = (actor: Actor, bureau: Prisma.Sql): Prisma.Sql =>
  inSight(actor, 'studios:read', bureau)
