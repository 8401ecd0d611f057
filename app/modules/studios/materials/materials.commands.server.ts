/** Members bring materials to an activity, and its leader takes them out. All on `platform/acts`. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import {
  attach,
  checkFile,
  type FileProblem,
  type ReceivedFile,
} from '#app/platform/files/attachment.server.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { MATERIAL_KIND, MEGABYTE } from './material.ts'

export type MaterialRefusal = 'not_found' | 'not_allowed' | `file_${FileProblem}`
type MaterialOutcome = Outcome<{ id: string }, MaterialRefusal>

const refuse: Refuse<MaterialRefusal> = refuseAct

/** A PDF, JPEG or PNG by its content, as large as the set limit allows; of whoever belongs to the studio on the day. */
export function addMaterial(
  db: PrismaClient,
  actor: Actor,
  wish: { activityId: string; title: string; file: ReceivedFile | null } & Keyed,
  today: PlainDate,
): Promise<MaterialOutcome> {
  const { activityId, title, file } = wish
  return perform(db, actor, {
    name: 'addStudioMaterial',
    input: wish,
    async lock(tx) {
      const found = await belonging(tx, actor, activityId, today)
      const policies = await policiesAt(tx, found.studio.orgId, today)
      const megabytes = policies.use('studios.material_megabytes').value
      const checked = checkFile(file, megabytes * MEGABYTE)
      if (!checked.ok) return refuse(`file_${checked.problem}`, { megabytes })
      return { ...found, type: checked.type }
    },
    async write(tx, { hostId, type }) {
      const { name, bytes } = file as ReceivedFile
      const facts = {
        kind: MATERIAL_KIND,
        organisationId: hostId,
        personId: null,
        addedById: actor.accountId,
      }
      const attached = await attach(tx, { name, bytes, type }, facts)
      const id = newId()
      const by = { addedByName: actor.displayName }
      await tx.studioMaterial.create({ data: { id, activityId, attachmentId: attached.id, title, ...by } })
      const about = { organisationId: hostId, subject: `studio_activity:${activityId}` }
      const after = { title, file: attached.name, fileSha256: attached.sha256 }
      return { done: { id }, events: [{ action: 'studio_activity.material_added', ...about, after }] }
    },
  })
}

/** The leader's; what was read before stays on record. */
export function removeMaterial(
  db: PrismaClient,
  actor: Actor,
  wish: { id: string } & Keyed,
  today: PlainDate,
): Promise<MaterialOutcome> {
  const { id } = wish
  return perform(db, actor, {
    name: 'removeStudioMaterial',
    input: wish,
    async lock(tx) {
      const material = (await tx.studioMaterial.findUnique({ where: { id } })) ?? refuse('not_found')
      const found = await belonging(tx, actor, material.activityId, today)
      if (found.role !== 'leader') refuse('not_allowed')
      return { material, found }
    },
    async write(tx, { material, found }) {
      await tx.studioMaterial.delete({ where: { id } })
      const about = { organisationId: found.hostId, subject: `studio_activity:${material.activityId}` }
      const before = { title: material.title }
      return { done: { id }, events: [{ action: 'studio_activity.material_removed', ...about, before }] }
    },
  })
}

/** The activity with its studio, and what the actor is in it on the day. */
async function belonging(tx: Db, { personId }: Actor, activityId: string, today: PlainDate) {
  await tx.$queryRaw`select id from studio_activity where id = ${activityId}::uuid for update`
  const on = toDbDate(today)
  const found = await tx.studioActivity.findUnique({
    where: { id: activityId },
    include: {
      studio: {
        include: {
          members: {
            where: { personId: personId ?? undefined, validFrom: { lte: on }, validTo: { gt: on } },
          },
        },
      },
    },
  })
  const [member] = found?.studio.members ?? []
  if (!found || !personId || !member) return refuse('not_found')
  return { hostId: found.hostId, studio: found.studio, role: member.role }
}
