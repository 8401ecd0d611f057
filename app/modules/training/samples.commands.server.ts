/** Draws a county's sample 抽查 of what its schools approved, and judges what was drawn. On `platform/acts`. */
import type { Actor } from '#app/platform/access/actor.ts'
import { can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import { takeBack } from './ledger.server.ts'

export const SAMPLE_REFUSALS = [
  'not_found',
  'not_allowed',
  'ends_before_start',
  'nothing_there',
  'judged_already',
  'own_entry',
] as const
export type SampleRefusal = (typeof SAMPLE_REFUSALS)[number]

const refuse: Refuse<SampleRefusal> = refuseAct

export type SampleWish = { countyId: string; firstDay: PlainDate; lastDay: PlainDate; seed: string }

/**
 * Of each school its share of what it approved in these days, as many as the setting says at least. The same seed draws the same
 * again.
 */
export function drawSample(
  db: PrismaClient,
  actor: Actor,
  wish: SampleWish & Keyed,
  today: PlainDate,
): Promise<Outcome<{ id: string; entries: number }, SampleRefusal>> {
  const { countyId, firstDay, lastDay, seed } = wish
  return perform(db, actor, {
    name: 'drawSample',
    input: wish,
    async lock(tx) {
      const county = await tx.organisation.findUnique({ where: { id: countyId } })
      if (!county || !can(actor, 'training:read', county)) return refuse('not_found')
      if (!can(actor, 'training:sample', county)) refuse('not_allowed')
      if (lastDay < firstDay) refuse('ends_before_start')
      return policiesAt(tx, countyId, today)
    },
    async write(tx, policies) {
      const id = newId()
      const numbers = {
        share: policies.use('training.sample_share').value,
        least: policies.use('training.sample_least').value,
        failShare: policies.use('training.sample_fail_share').value,
      }
      const by = { drawnById: actor.accountId, drawnByName: actor.displayName }
      const days = { firstDay: toDbDate(firstDay), lastDay: toDbDate(lastDay) }
      await tx.trainingSample.create({ data: { id, orgId: countyId, seed, ...days, ...numbers, ...by } })
      const entries = await tx.$executeRaw`
        insert into training_sample_entry (sample_id, entry_id)
        select ${id}::uuid, id from (
          select x.id, row_number() over (partition by x.org_id order by md5(${seed} || x.id::text)) as place,
            count(*) over (partition by x.org_id) as all_of_school
          from training_entry x join organisation o on o.id = x.org_id
          where o.lineage @> array[${countyId}::uuid] and x.state = 'approved' and x.batch_id is null and x.source is null
            and x.decided_at >= ${firstDay}::date and x.decided_at < ${lastDay}::date + 1
        ) chosen where place <= greatest(${numbers.least}::int, ceil(all_of_school * ${numbers.share}::float))`
      if (entries === 0) refuse('nothing_there')
      const after = { firstDay, lastDay, seed, entries, ...numbers }
      const event = { action: 'training.sampled', organisationId: countyId, subject: `sample:${id}`, after }
      return { done: { id, entries }, events: [event] }
    },
  })
}

export type Verdict = 'upheld' | 'failed'

/**
 * What the county makes of one that was drawn. What fails is taken back; where too much of a school failed once all of it was
 * looked at, everything that it approved in these days is to be looked at.
 */
export function judge(
  db: PrismaClient,
  actor: Actor,
  asked: { sampleId: string; entryId: string; verdict: Verdict; note: string | null } & Keyed,
): Promise<Outcome<{ added: number }, SampleRefusal>> {
  const { sampleId, entryId, verdict, note } = asked
  return perform(db, actor, {
    name: 'judgeSample',
    input: asked,
    async lock(tx) {
      await tx.$queryRaw`select id from training_sample where id = ${sampleId}::uuid for update`
      await tx.$queryRaw`select id from training_entry where id = ${entryId}::uuid for update`
      const found = await tx.trainingSampleEntry.findUnique({
        where: { sampleId_entryId: { sampleId, entryId } },
        include: { sample: { include: { org: true } }, entry: true },
      })
      if (!found || !can(actor, 'training:read', found.sample.org)) return refuse('not_found')
      if (!can(actor, 'training:sample', found.sample.org)) refuse('not_allowed')
      if (found.entry.personId === actor.personId) refuse('own_entry')
      if (found.verdict !== null) refuse('judged_already')
      return found
    },
    async write(tx, { entry, sample }) {
      const by = { judgedById: actor.accountId, judgedByName: actor.displayName, judgedAt: new Date() }
      await tx.trainingSampleEntry.update({
        where: { sampleId_entryId: { sampleId, entryId } },
        data: { verdict, note, ...by },
      })
      const about = { organisationId: entry.orgId, personId: entry.personId, subject: `training:${entryId}` }
      const events = [{ action: 'training.judged', ...about, after: { verdict, note } }]
      if (verdict === 'failed' && entry.state === 'approved') await takeBack(tx, actor, entry, note ?? '')
      return { done: { added: await addWholeSchool(tx, sample, entry.orgId) }, events }
    },
  })
}

type Drawn = { id: string; failShare: number; firstDay: Date; lastDay: Date }

/** Adds the rest of a school whose drawn entries were all looked at and failed too often. */
async function addWholeSchool(
  tx: Db,
  { id, failShare, firstDay, lastDay }: Drawn,
  schoolId: string,
): Promise<number> {
  const drawn = await tx.trainingSampleEntry.findMany({
    where: { sampleId: id, isWhole: false, entry: { orgId: schoolId } },
    select: { verdict: true },
  })
  if (drawn.some(({ verdict }) => verdict === null)) return 0
  const failed = drawn.filter(({ verdict }) => verdict === 'failed').length
  if (failed <= drawn.length * failShare) return 0
  return tx.$executeRaw`
    insert into training_sample_entry (sample_id, entry_id, is_whole)
    select ${id}::uuid, x.id, true from training_entry x
    where x.org_id = ${schoolId}::uuid and x.state = 'approved' and x.batch_id is null and x.source is null
      and x.decided_at >= ${firstDay}::date and x.decided_at < ${lastDay}::date + 1
    on conflict do nothing`
}
