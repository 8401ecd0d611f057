/** Acts on the tree of organisations: make, keep right, move, close. Each in one transaction with its audit entry. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import { type AuditEvent, appendAudit } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { type Organisation, Prisma, type PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  EXCLUSION_VIOLATION,
  UNIQUE_VIOLATION,
  violationOf,
} from '#app/platform/database/violation.server.ts'
import { newId } from '#app/platform/ids.ts'
import { isCodeOf, ORG_KINDS } from './codes/index.ts'
import { nameKeys } from './name-keys.ts'
import type {
  CloseOrganisationInput,
  EditOrganisationInput,
  MoveOrganisationInput,
  NewOrganisationInput,
  OrganisationOutcome,
  OrganisationRefusal,
} from './organisation-forms.ts'
import { mayStandBelow } from './organisation-rules.ts'
import { refreshRoster } from './roster.sql.server.ts'
import { authorOf, difference, plainRow } from './staff-change.server.ts'

/** An expected refusal on its way out of a transaction, which it rolls back. */
class Refused extends Error {
  readonly reason: OrganisationRefusal
  constructor(reason: OrganisationRefusal) {
    super(reason)
    this.reason = reason
  }
}

export function refuseOrganisation(reason: OrganisationRefusal): never {
  throw new Refused(reason)
}

/** Runs an act: `work` writes and answers with the organisation and what the audit trail is told. */
export async function changeOrganisations(
  db: PrismaClient,
  actor: Actor,
  work: (tx: Db) => Promise<{ organisationId: string; events: AuditEvent[] }>,
): Promise<OrganisationOutcome> {
  try {
    return await db.$transaction(async (tx) => {
      const { organisationId, events } = await work(tx)
      await appendAudit(tx, authorOf(actor), events)
      return { ok: true, organisationId }
    })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason) return { ok: false, reason }
    throw error
  }
}

function reasonOf(error: unknown): OrganisationRefusal | null {
  if (error instanceof Refused) return error.reason
  const code = violationOf(error)?.code
  if (code === EXCLUSION_VIOLATION) return 'overlaps'
  return code === UNIQUE_VIOLATION ? 'same_code' : null
}

/** Locks an organisation that the actor manages; one they only read is refused, one they do not see is not there. */
export async function lockManaged(tx: Db, actor: Actor, id: string): Promise<Organisation> {
  await tx.$queryRaw`select id from organisation where id = ${id}::uuid for update`
  const found = await tx.organisation.findUnique({ where: { id } })
  if (!found || !can(actor, 'organisation:read', found)) refuseOrganisation('not_found')
  if (!can(actor, 'organisation:manage', found)) refuseOrganisation('not_allowed')
  return found
}

/** Whoever decides where it stands, whether it exists, what it counts as, manages what is above it. */
export async function requireManagedParent(tx: Db, actor: Actor, one: Organisation): Promise<void> {
  const parent = one.parentId && (await tx.organisation.findUnique({ where: { id: one.parentId } }))
  if (!parent || !can(actor, 'organisation:manage', parent)) refuseOrganisation('not_allowed')
}

export function createOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: NewOrganisationInput,
): Promise<OrganisationOutcome> {
  return changeOrganisations(db, actor, async (tx) => {
    const { parentId, kind, code } = input
    await openParent(tx, actor, parentId, kind)
    const row = await tx.organisation.create({
      data: { id: newId(), parentId, kind, code, ...factColumns(input) },
    })
    return { organisationId: row.id, events: [told('organisation.created', row, { after: shown(row) })] }
  })
}

/** Name, kind of school, stages, place: keeps them right. The name's former spelling stays in the audit trail. */
export function editOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: EditOrganisationInput,
): Promise<OrganisationOutcome> {
  return changeOrganisations(db, actor, async (tx) => {
    const before = await lockManaged(tx, actor, input.organisationId)
    requireVersion(before, input.version)
    const data = { ...factColumns(input), version: before.version + 1 }
    const row = await tx.organisation.update({ where: { id: before.id }, data })
    const changed = difference(shown(before), shown(row)) ?? refuseOrganisation('nothing_changed')
    return { organisationId: row.id, events: [told('organisation.edited', row, changed)] }
  })
}

/** 调整隶属: with everything below it. One move at a time in a prefecture, so that two cannot make a circle. */
export function moveOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: MoveOrganisationInput,
): Promise<OrganisationOutcome> {
  return changeOrganisations(db, actor, async (tx) => {
    // The prefecture before anything in it: two moves that each held one end would wait for each other.
    await tx.$queryRaw`select id from organisation
      where id = (select prefecture_id from organisation where id = ${input.organisationId}::uuid) for update`
    const before = await lockManaged(tx, actor, input.organisationId)
    requireVersion(before, input.version)
    await requireManagedParent(tx, actor, before)
    if (before.parentId === input.parentId) refuseOrganisation('nothing_changed')
    const parent = await openParent(tx, actor, input.parentId, before.kind)
    if (parent.lineage.includes(before.id)) refuseOrganisation('below_itself')
    const data = { parentId: parent.id, version: before.version + 1 }
    await tx.organisation.update({ where: { id: before.id }, data })
    const row = await tx.organisation.findUniqueOrThrow({ where: { id: before.id } })
    if (row.countyId !== before.countyId || row.prefectureId !== before.prefectureId)
      await refreshBelow(tx, row.id)
    const changed = { before: { parentId: before.parentId }, after: { parentId: row.parentId } }
    const left = { ...told('organisation.moved', row, changed), organisationId: before.parentId }
    return { organisationId: row.id, events: [left, told('organisation.moved', row, changed)] }
  })
}

/** 撤销: from the day on. Whoever works there, and what is open below it, has to be placed elsewhere first. */
export function closeOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: CloseOrganisationInput,
): Promise<OrganisationOutcome> {
  return changeOrganisations(db, actor, async (tx) => {
    const before = await lockManaged(tx, actor, input.organisationId)
    requireVersion(before, input.version)
    await requireManagedParent(tx, actor, before)
    if (before.closedOn) refuseOrganisation('already_closed')
    const closedOn = toDbDate(input.closedOn)
    const after = { OR: [{ validTo: null }, { validTo: { gt: closedOn } }] }
    const units = { OR: [{ workOrgId: before.id }, { establishmentOrgId: before.id }] }
    if (await tx.appointment.findFirst({ where: { AND: [units, after] }, select: { id: true } })) {
      refuseOrganisation('has_staff')
    }
    if (
      await tx.organisation.findFirst({
        where: { parentId: before.id, closedOn: null },
        select: { id: true },
      })
    ) {
      refuseOrganisation('has_children')
    }
    const row = await tx.organisation.update({
      where: { id: before.id },
      data: { closedOn, version: before.version + 1 },
    })
    const { documentNo } = input
    const events = [told('organisation.closed', row, { after: { closedOn: input.closedOn, documentNo } })]
    return { organisationId: row.id, events }
  })
}

async function openParent(tx: Db, actor: Actor, parentId: string, kind: string): Promise<Organisation> {
  const parent = await tx.organisation.findUnique({ where: { id: parentId } })
  if (!parent || !can(actor, 'organisation:manage', parent)) refuseOrganisation('parent_unknown')
  if (parent.closedOn) refuseOrganisation('parent_closed')
  if (!isCodeOf(ORG_KINDS, kind) || !mayStandBelow(kind, parent.kind)) refuseOrganisation('kind_not_here')
  return parent
}

function requireVersion({ version }: Organisation, expected: number): void {
  if (version !== expected) refuseOrganisation('changed_meanwhile')
}

/** The county stands in the roster's rows too. */
function refreshBelow(tx: Db, id: string): Promise<void> {
  return refreshRoster(
    tx,
    Prisma.sql`select distinct a.person_id from appointment a join organisation o on o.id = a.work_org_id
      where o.lineage @> array[${id}::uuid]`,
  )
}

function factColumns({
  name,
  schoolKind,
  stages,
  placeType,
  isPublic,
  openedOn,
}: Omit<EditOrganisationInput, 'organisationId' | 'version'>) {
  const sortKey = nameKeys(name).sortKey
  return {
    name,
    sortKey,
    schoolKind,
    stages,
    placeType,
    isPublic,
    openedOn: openedOn ? toDbDate(openedOn) : null,
  }
}

function shown({ name, code, kind, schoolKind, stages, placeType, isPublic, openedOn }: Organisation) {
  return plainRow({ name, code, kind, schoolKind, stages, placeType, isPublic, openedOn })
}

function told(action: string, row: Organisation, changed: Pick<AuditEvent, 'before' | 'after'>): AuditEvent {
  return { action, organisationId: row.id, subject: `organisation:${row.id}`, ...changed }
}
