/** From the fields of a form to the columns of a person; numbers are sealed on the way. */
import { toDbDate } from '#app/platform/database/dates.server.ts'
import { encryptPersonal, lookUpHash } from '#app/platform/privacy/personal-data.server.ts'
import type { CorrectIdentityInput, FactsInput } from './forms.ts'

const orNull = (day: string | null) => (day ? toDbDate(day) : null)

/** Facts that may be kept up to date by whoever writes the staff's records. */
export function factColumns(facts: Omit<FactsInput, 'personId' | 'version'>) {
  const { formerName, ethnicity, nativePlace, politicalStatus, educationLevel, employerNumber, phone } = facts
  return {
    formerName,
    ethnicity,
    nativePlace,
    politicalStatus,
    educationLevel,
    employerNumber,
    workStartedOn: orNull(facts.workStartedOn),
    teachingSince: orNull(facts.teachingSince),
    phoneCipher: phone ? encryptPersonal(phone) : null,
  }
}

/** Who the person is. Without a number the stored one stays as it is. */
export function identityColumns(
  identity: Pick<CorrectIdentityInput, 'idKind' | 'idNumber' | 'sex' | 'birthDate'>,
) {
  const { idKind, idNumber, sex, birthDate } = identity
  const columns = { idKind, sex: sex ?? '0', birthDate: orNull(birthDate) }
  if (idNumber === null) return columns
  return {
    ...columns,
    idNumberCipher: encryptPersonal(idNumber),
    idNumberHash: identityHash(idKind, idNumber),
  }
}

/** Equal numbers of different documents are different numbers; resident numbers are hashed as they are. */
export function identityHash(idKind: string, idNumber: string) {
  return lookUpHash(idKind === '1' ? idNumber : `${idKind}:${idNumber.toUpperCase()}`)
}
