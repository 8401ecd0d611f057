/** Coming, moving, leaving: hire, hire again, change of post, end of service, retirement. All may be dated ahead. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { perform } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { addDays } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import type { ChangePostInput, EndServiceInput, HireInput, RetireInput } from './forms.ts'
import { nameKeys } from './name-keys.ts'
import { factColumns, identityColumns } from './person-columns.server.ts'
import { checkUnits, closePost, mainPostOn, openPost, postColumns, refuseLater } from './posts.server.ts'
import { refreshRosterOf } from './roster.sql.server.ts'
import { brokenByStaff, changePerson, difference, plainRow, refuse } from './staff-change.server.ts'
import type { StaffOutcome } from './staff-outcome.ts'

/** 新进: a person who was never in the registry, with their first post. */
export function hireStaff(db: PrismaClient, actor: Actor, input: HireInput & Keyed): Promise<StaffOutcome> {
  const { workOrgId, validFrom, documentNo } = input
  return perform(db, actor, {
    name: 'hireStaff',
    input,
    async lock(tx) {
      await checkUnits(tx, actor, postColumns(input), validFrom)
      if (input.birthDate && input.birthDate >= validFrom) refuse('before_birth')
    },
    async write(tx) {
      const person = await createPerson(tx, input)
      const { id: personId, name, staffNumber, version } = person
      const post = { personId, post: input, validFrom, documentNo, startReason: 'hired' as const }
      const started = await openPost(tx, post)
      const after = { name, staffNumber }
      const subject = `person:${personId}`
      const created = { action: 'person.created', organisationId: workOrgId, personId, subject, after }
      return { done: { personId, version }, events: [created, started] }
    },
    after: (tx, _, { personId }) => refreshRosterOf(tx, [personId]),
    broken: brokenByStaff,
  })
}

async function createPerson(tx: Db, input: HireInput) {
  const [number] = await tx.$queryRaw<
    { next: string }[]
  >`select staff_number(nextval('staff_number_seq')) as next`
  return tx.person.create({
    data: {
      id: newId(),
      staffNumber: number?.next ?? '',
      name: input.name,
      ...nameKeys(input.name),
      ...identityColumns(input),
      ...factColumns(input),
    },
  })
}

/** 重新聘任: back in service after an end. The status that told of the end ends in its turn. */
export function rehireStaff(
  db: PrismaClient,
  actor: Actor,
  input: ChangePostInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(
    db,
    actor,
    { act: 'rehireStaff', needs: 'staff:write' },
    input,
    async ({ tx, person, place }) => {
      const { personId, validFrom, documentNo } = input
      if (await mainPostOn(tx, personId, validFrom)) refuse('already_in_service')
      await refuseLater(tx, personId, addDays(validFrom, 1))
      if (person.birthDate && person.birthDate >= toDbDate(validFrom)) refuse('before_birth')
      await checkUnits(tx, actor, postColumns(input), validFrom)
      // Gone until yesterday and back today: the status that was to begin today never does.
      await tx.statusPeriod.deleteMany({ where: { personId, validFrom: toDbDate(validFrom) } })
      const ended = await endStatuses(tx, personId, validFrom, place.orgId)
      return [
        ...ended,
        await openPost(tx, { personId, post: input, validFrom, documentNo, startReason: 'hired' }),
      ]
    },
  )
}

/** 变更岗位, 调动: closes the main appointment on the day and opens the next. Concurrent posts stay. */
export function changePost(
  db: PrismaClient,
  actor: Actor,
  input: ChangePostInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: 'changePost', needs: 'staff:write' }, input, async ({ tx }) => {
    const { personId, validFrom, documentNo } = input
    const current = await mainPostOn(tx, personId, validFrom)
    if (!current) refuse('not_in_service')
    if (current.validTo !== null) refuse('later_change')
    if (current.validFrom >= toDbDate(validFrom)) refuse('same_day')
    if (!difference(plainRow(current), plainRow(postColumns(input)))) refuse('nothing_changed')
    await checkUnits(tx, actor, postColumns(input), validFrom, current)
    const startReason = current.workOrgId === input.workOrgId ? 'post_changed' : 'transferred'
    const ended = await closePost(tx, current, validFrom, startReason)
    return [ended, await openPost(tx, { personId, post: input, validFrom, documentNo, startReason })]
  })
}

/** 终止任职: the last working day is given; the person stays on record at the last place of work. */
export function endService(
  db: PrismaClient,
  actor: Actor,
  input: EndServiceInput & Keyed,
): Promise<StaffOutcome> {
  const status = input.reason === 'deceased' ? 'deceased' : 'left'
  return leaveService(db, actor, input, input.reason, status)
}

/** 退休. Whether the statutory age is reached is for the office to judge: early retirement has its own rules. */
export function retireStaff(
  db: PrismaClient,
  actor: Actor,
  input: RetireInput & Keyed,
): Promise<StaffOutcome> {
  return leaveService(db, actor, input, 'retired', 'retired')
}

function leaveService(
  db: PrismaClient,
  actor: Actor,
  input: RetireInput & Keyed,
  endReason: string,
  status: 'retired' | 'left' | 'deceased',
): Promise<StaffOutcome> {
  return changePerson(db, actor, { act: endReason, needs: 'staff:write' }, input, async ({ tx, place }) => {
    const { personId, lastDay, documentNo } = input
    const day = addDays(lastDay, 1)
    const main = await mainPostOn(tx, personId, lastDay)
    if (!main) refuse('not_in_service')
    await refuseLater(tx, personId, day)
    const running = { personId, OR: [{ validTo: null }, { validTo: { gt: toDbDate(day) } }] }
    const events: AuditEvent[] = []
    for (const post of await tx.appointment.findMany({ where: running, orderBy: { validFrom: 'asc' } })) {
      events.push(await closePost(tx, post, day, endReason))
    }
    events.push(...(await endStatuses(tx, personId, day, place.orgId)))
    const row = { id: newId(), personId, status, validFrom: toDbDate(day), documentNo }
    await tx.statusPeriod.create({ data: row })
    const organisationId = place.orgId
    return [
      ...events,
      {
        action: `service.${status}`,
        organisationId,
        personId,
        subject: `person:${personId}`,
        after: plainRow(row),
      },
    ]
  })
}

/** Ends on the day what status then still runs. */
async function endStatuses(
  tx: Db,
  personId: string,
  day: string,
  organisationId: string,
): Promise<AuditEvent[]> {
  const validTo = toDbDate(day)
  const running = await tx.statusPeriod.findMany({
    where: { personId, validFrom: { lt: validTo }, OR: [{ validTo: null }, { validTo: { gt: validTo } }] },
  })
  for (const { id } of running) await tx.statusPeriod.update({ where: { id }, data: { validTo } })
  return running.map((row) => ({
    action: 'status.ended',
    organisationId,
    personId,
    subject: `status:${row.id}`,
    before: plainRow(row),
    after: { validTo: day },
  }))
}
