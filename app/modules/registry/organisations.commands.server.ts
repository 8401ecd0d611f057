/** Acts on the tree of organisations: make, keep right, move, close. Each in one transaction with its audit entry. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed } from '#app/platform/acts/outcome.ts'
import { perform, type Refuse, refuseAct } from '#app/platform/acts/perform.server.ts'
import type { AuditEvent } from '#app/platform/audit/append.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { type Organisation, Prisma, type PrismaClient } from '#app/platform/database/generated/client.ts'
import {
  EXCLUSION_VIOLATION,
  UNIQUE_VIOLATION,
  type Violation,
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
import { difference, plainRow } from './staff-change.server.ts'

export const refuseOrganisation: Refuse<OrganisationRefusal> = refuseAct

type OnOrganisation = {
  act: string
  input: { organisationId: string; version?: number } & Keyed
  /** Asked under the lock: whoever decides where it stands, whether it exists, what it counts as, manages what is above. */
  managesAbove?: boolean
  /** Locked before the organisation itself. */
  lockFirst?: (tx: Db) => Promise<unknown>
}

/**
 * Changes an organisation that the actor manages; one they only read is refused, one they do not see is not there. `write`
 * decides, writes, and answers with what the audit trail is told.
 */
export function changeOrganisation(
  db: PrismaClient,
  actor: Actor,
  { act, input, managesAbove, lockFirst }: OnOrganisation,
  write: (tx: Db, organisation: Organisation) => Promise<AuditEvent[]>,
): Promise<OrganisationOutcome> {
  const { organisationId, version } = input
  return perform(db, actor, {
    name: act,
    input,
    async lock(tx) {
      await lockFirst?.(tx)
      await tx.$queryRaw`select id from organisation where id = ${organisationId}::uuid for update`
      const found = await tx.organisation.findUnique({ where: { id: organisationId } })
      if (!found || !can(actor, 'organisation:read', found)) refuseOrganisation('not_found')
      if (!can(actor, 'organisation:manage', found)) refuseOrganisation('not_allowed')
      if (version !== undefined && version !== found.version) refuseOrganisation('changed_meanwhile')
      if (managesAbove) await requireManagedParent(tx, actor, found)
      return found
    },
    write: async (tx, found) => ({ done: { organisationId }, events: await write(tx, found) }),
    broken: brokenByOrganisations,
  })
}

function brokenByOrganisations({ code }: Violation): OrganisationRefusal | null {
  if (code === EXCLUSION_VIOLATION) return 'overlaps'
  return code === UNIQUE_VIOLATION ? 'same_code' : null
}

async function requireManagedParent(tx: Db, actor: Actor, one: Organisation): Promise<void> {
  const parent = one.parentId && (await tx.organisation.findUnique({ where: { id: one.parentId } }))
  if (!parent || !can(actor, 'organisation:manage', parent)) refuseOrganisation('not_allowed')
}

export function createOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: NewOrganisationInput & Keyed,
): Promise<OrganisationOutcome> {
  const { parentId, kind, code } = input
  return perform(db, actor, {
    name: 'createOrganisation',
    input,
    lock: (tx) => openParent(tx, actor, parentId, kind),
    async write(tx) {
      const data = { id: newId(), parentId, kind, code, ...factColumns(input) }
      const row = await tx.organisation.create({ data })
      const events = [told('organisation.created', row, { after: shown(row) })]
      return { done: { organisationId: row.id }, events }
    },
    broken: brokenByOrganisations,
  })
}

/** Name, kind of school, stages, place: keeps them right. The name's former spelling stays in the audit trail. */
export function editOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: EditOrganisationInput & Keyed,
): Promise<OrganisationOutcome> {
  return changeOrganisation(db, actor, { act: 'editOrganisation', input }, async (tx, before) => {
    const data = { ...factColumns(input), version: before.version + 1 }
    const row = await tx.organisation.update({ where: { id: before.id }, data })
    const changed = difference(shown(before), shown(row)) ?? refuseOrganisation('nothing_changed')
    return [told('organisation.edited', row, changed)]
  })
}

/** 调整隶属: with everything below it. One move at a time in a prefecture, so that two cannot make a circle. */
export function moveOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: MoveOrganisationInput & Keyed,
): Promise<OrganisationOutcome> {
  // The prefecture before anything in it: two moves that each held one end would wait for each other.
  const lockFirst = (tx: Db) => tx.$queryRaw`select id from organisation
    where id = (select prefecture_id from organisation where id = ${input.organisationId}::uuid) for update`
  const on = { act: 'moveOrganisation', input, managesAbove: true, lockFirst }
  return changeOrganisation(db, actor, on, async (tx, before) => {
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
    return [left, told('organisation.moved', row, changed)]
  })
}

/** 撤销: from the day on. Whoever works there, and what is open below it, has to be placed elsewhere first. */
export function closeOrganisation(
  db: PrismaClient,
  actor: Actor,
  input: CloseOrganisationInput & Keyed,
): Promise<OrganisationOutcome> {
  const on = { act: 'closeOrganisation', input, managesAbove: true }
  return changeOrganisation(db, actor, on, async (tx, before) => {
    if (before.closedOn) refuseOrganisation('already_closed')
    const closedOn = toDbDate(input.closedOn)
    await requireEmpty(tx, before.id, closedOn)
    const data = { closedOn, version: before.version + 1 }
    const row = await tx.organisation.update({ where: { id: before.id }, data })
    const { documentNo } = input
    return [told('organisation.closed', row, { after: { closedOn: input.closedOn, documentNo } })]
  })
}

async function requireEmpty(tx: Db, id: string, closedOn: Date): Promise<void> {
  const after = { OR: [{ validTo: null }, { validTo: { gt: closedOn } }] }
  const units = { OR: [{ workOrgId: id }, { establishmentOrgId: id }] }
  const select = { id: true }
  if (await tx.appointment.findFirst({ where: { AND: [units, after] }, select }))
    refuseOrganisation('has_staff')
  if (await tx.organisation.findFirst({ where: { parentId: id, closedOn: null }, select }))
    refuseOrganisation('has_children')
}

async function openParent(tx: Db, actor: Actor, parentId: string, kind: string): Promise<Organisation> {
  const parent = await tx.organisation.findUnique({ where: { id: parentId } })
  if (!parent || !can(actor, 'organisation:manage', parent)) refuseOrganisation('parent_unknown')
  if (parent.closedOn) refuseOrganisation('parent_closed')
  if (!isCodeOf(ORG_KINDS, kind) || !mayStandBelow(kind, parent.kind)) refuseOrganisation('kind_not_here')
  return parent
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
