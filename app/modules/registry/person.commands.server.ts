/** The person's facts kept up to date, and the look at an identity number, which is on record. */
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Keyed, Outcome } from '#app/platform/acts/outcome.ts'
import { perform } from '#app/platform/acts/perform.server.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Person, PrismaClient } from '#app/platform/database/generated/client.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'
import { canReadStaff } from './access.ts'
import type { FactsInput } from './forms.ts'
import { factColumns } from './person-columns.server.ts'
import { changePerson, difference, placeOf, plainRow, refuse } from './staff-change.server.ts'
import type { StaffOutcome, StaffRefusal } from './staff-outcome.ts'

/** 修改基本信息: what changes in a life and needs no reason. A phone number enters the audit trail as "changed". */
export function editPersonFacts(
  db: PrismaClient,
  actor: Actor,
  input: FactsInput & Keyed,
): Promise<StaffOutcome> {
  return changePerson(
    db,
    actor,
    { act: 'editPersonFacts', needs: 'staff:write' },
    input,
    async ({ tx, person, place }) => {
      const row = await tx.person.update({ where: { id: person.id }, data: factColumns(input) })
      const isNewPhone = phoneOf(person) !== phoneOf(row)
      const changed = difference(shownFacts(person), {
        ...shownFacts(row),
        ...(isNewPhone && { phone: 'changed' }),
      })
      if (!changed) refuse('nothing_changed')
      const subject = `person:${person.id}`
      return [
        { action: 'person.edited', organisationId: place.orgId, personId: person.id, subject, ...changed },
      ]
    },
  )
}

export type Revealed = Outcome<{ idNumber: string }, StaffRefusal>

/** 查看完整证件号: only with identity:reveal where the person's record lies, and never without an audit entry. */
export function revealIdentity(
  db: PrismaClient,
  actor: Actor,
  input: { personId: string; reason: string } & Keyed,
): Promise<Revealed> {
  const { personId, reason } = input
  return perform(db, actor, {
    name: 'revealIdentity',
    input,
    async lock(tx) {
      const person = await tx.person.findUnique({ where: { id: personId }, select: { idNumberCipher: true } })
      const place = await placeOf(tx, personId, today())
      if (!person || !place || !canReadStaff(actor, { ...place, personId })) refuse('not_found')
      if (!can(actor, 'identity:reveal', place)) refuse('not_allowed')
      return { cipher: person.idNumberCipher ?? refuse('no_identity_number'), place }
    },
    async write(_, { cipher, place }) {
      const idNumber = numberWithin(decryptPersonal(cipher))
      const event = { action: 'identity.revealed', organisationId: place.orgId, personId, reason }
      return { done: { idNumber }, events: [{ ...event, subject: `person:${personId}` }] }
    },
  })
}

/** Numbers of other documents than the resident card may be stored with the document's kind before them. */
export function numberWithin(stored: string): string {
  return stored.replace(/^[0-9A-Z]:/, '')
}

function shownFacts(person: Person) {
  const { formerName, ethnicity, nativePlace, politicalStatus, educationLevel, employerNumber } = person
  const { workStartedOn, teachingSince } = person
  return plainRow({
    ...{ formerName, ethnicity, nativePlace, politicalStatus, educationLevel, employerNumber },
    ...{ workStartedOn, teachingSince },
  })
}

function phoneOf({ phoneCipher }: Person): string | null {
  return phoneCipher && decryptPersonal(phoneCipher)
}
