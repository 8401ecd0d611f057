/** People and their dated facts for tests. Each makes the parents it lacks, and the roster rows that follow. */
import { nameKeys } from '#app/modules/registry/name-keys.ts'
import { madeResidentId } from '#app/modules/registry/resident-id.ts'
import { refreshRosterOf } from '#app/modules/registry/roster.sql.server.ts'
import { formatStaffNumber } from '#app/modules/registry/staff-number.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { Appointment, Person, Prisma } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'
import { encryptPersonal, lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import { buildSchool } from './organisations.ts'
import { nextInSequence } from './sequence.ts'

export type Dates = { validFrom?: PlainDate; validTo?: PlainDate | null }
/** The columns of a row but for its dates, which tests write as plain days. */
export type Columns<Input> = Partial<Omit<Input, 'validFrom' | 'validTo'>>

export type AppointmentGiven = Dates & Columns<Prisma.AppointmentUncheckedCreateInput>

export type PersonGiven = Columns<
  Omit<Prisma.PersonUncheckedCreateInput, 'birthDate' | 'workStartedOn' | 'teachingSince'>
> & {
  birthDate?: PlainDate | null
  workStartedOn?: PlainDate | null
  teachingSince?: PlainDate | null
  /** 18 digits; made of the birth date when left out; null for a person whose number is not known. */
  idNumber?: string | null
  phone?: string
  /** The first appointment; null for a person without one. */
  appointment?: AppointmentGiven | null
}

export const orNull = (day: PlainDate | null | undefined) => (day ? toDbDate(day) : null)

export function period({ validFrom = '2015-09-01', validTo }: Dates) {
  return { validFrom: toDbDate(validFrom), validTo: orNull(validTo) }
}

async function nextStaffNumber(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ next: bigint }[]>`select nextval('staff_number_seq') as next`
  return formatStaffNumber(Number(row?.next))
}

function identityOf(idNumber: string | null) {
  if (idNumber === null) return { idNumberCipher: null, idNumberHash: null }
  return { idNumberCipher: encryptPersonal(idNumber), idNumberHash: lookUpHash(idNumber) }
}

/** A teacher of a primary school with one running appointment, unless said otherwise. */
export async function buildPerson(db: Db, given: PersonGiven = {}): Promise<Person> {
  const {
    idNumber,
    phone,
    appointment = {},
    birthDate = '1985-06-15',
    workStartedOn,
    teachingSince,
    ...columns
  } = given
  const number = nextInSequence()
  const name = columns.name ?? '王秀英'
  const sex = columns.sex ?? '2'
  const made = birthDate ? madeResidentId(birthDate, ((number * 2) % 1000) + (sex === '1' ? 1 : 0)) : null
  const person = await db.person.create({
    data: {
      id: newId(),
      staffNumber: await nextStaffNumber(db),
      politicalStatus: [],
      ...columns,
      sex,
      ...identityOf(idNumber === undefined ? made : idNumber),
      name,
      ...nameKeys(name),
      birthDate: orNull(birthDate),
      workStartedOn: orNull(workStartedOn),
      teachingSince: orNull(teachingSince),
      phoneCipher: phone ? encryptPersonal(phone) : null,
    },
  })
  if (appointment) await buildAppointment(db, { ...appointment, personId: person.id })
  return person
}

/** A post at a school: the one where the person works also holds the establishment and pays, unless said otherwise. */
export async function buildAppointment(db: Db, given: AppointmentGiven = {}): Promise<Appointment> {
  const { validFrom, validTo, ...columns } = given
  const personId = columns.personId ?? (await buildPerson(db, { appointment: null })).id
  const workOrgId = columns.workOrgId ?? (await buildSchool(db)).id
  const isMain = columns.isMain ?? true
  const created = await db.appointment.create({
    data: {
      id: newId(),
      establishmentOrgId: isMain ? workOrgId : null,
      payOrgId: workOrgId,
      staffCategory: 'full_time_teacher',
      stage: 'primary',
      subject: 'chinese',
      startReason: 'hired',
      ...columns,
      ...period({ validFrom, validTo }),
      personId,
      workOrgId,
      isMain,
    },
  })
  await refreshRosterOf(db, [personId])
  return created
}
