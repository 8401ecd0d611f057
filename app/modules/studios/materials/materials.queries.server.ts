/** Materials of an activity, and who may read them. */
import { type Actor, scopeOf } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'

export type MaterialRow = {
  id: string
  attachmentId: string
  title: string
  fileName: string
  addedByName: string
}

export function materialsOf(db: Db, activityId: string): Promise<MaterialRow[]> {
  return db.$queryRaw<MaterialRow[]>`
    select m.id, m.attachment_id as "attachmentId", m.title, f.name as "fileName", m.added_by_name as "addedByName"
    from studio_material m join attachment f on f.id = m.attachment_id
    where m.activity_id = ${activityId}::uuid order by m.added_at, m.id`
}

/**
 * Whoever belongs or belonged to the studio, was there, or answers for the host or a school it is for; those above these schools and the
 * studio's bureau. What was taken out is nobody's.
 */
export async function mayReadMaterial(db: Db, actor: Actor, attachmentId: string): Promise<boolean> {
  const [reads, hosts] = [scopeOf(actor, 'studios:read'), scopeOf(actor, 'studios:host')]
  const personId = actor.personId
  const [found] = await db.$queryRaw<{ may: boolean }[]>`
    select exists (select from studio_material m join studio_activity a on a.id = m.activity_id join studio t on t.id = a.studio_id
      join organisation h on h.id = a.host_id join organisation b on b.id = t.org_id
      where m.attachment_id = ${attachmentId}::uuid and (
        h.lineage && ${[...reads, ...hosts]}::uuid[] or b.lineage && ${reads}::uuid[]
        or exists (select from studio_target x join organisation o on o.id = x.school_id
          where x.activity_id = a.id and o.lineage && ${[...reads, ...hosts]}::uuid[])
        or exists (select from studio_member s where s.studio_id = t.id and s.person_id = ${personId}::uuid)
        or exists (select from studio_attendance x where x.activity_id = a.id and x.person_id = ${personId}::uuid))) as may`
  return found?.may ?? false
}
