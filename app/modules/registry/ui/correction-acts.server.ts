/** Corrections on a person: what stands in the record was wrong from the start. Each says why. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { FormSpec } from '#app/platform/forms/form-spec.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import {
  correctAppointment,
  correctHonour,
  correctIdentity,
  correctStatus,
  correctTitle,
  removePeriod,
} from '../corrections.commands.server.ts'
import {
  correctAppointmentForm,
  correctHonourForm,
  correctIdentityForm,
  correctStatusForm,
  correctTitleForm,
  type RemovePeriodInput,
} from '../forms.ts'
import type { StaffOutcome } from '../staff-outcome.ts'
import type { DatedFact, StaffRecord } from '../staff-record.ts'
import { type ActPage, type PersonAct, personAct } from './act-page.server.ts'
import type { CorrectedNoun } from './acts.ts'
import { codeText } from './code-text.ts'
import { unitTexts } from './organisation-names.server.ts'

const thenCorrected = ({ words }: ActPage) => [words.t('staff.then_corrected')]

export const correctionActs: Record<CorrectedNoun, PersonAct> = {
  identity: personAct({
    title: 'staff.correct_identity',
    form: correctIdentityForm,
    start: ({ record: { name, idKind, sex, birthDate }, words }) => ({
      values: { name, idKind, sex, birthDate },
      fields: { idNumber: { hint: words.t('staff.hint_id_keep') } },
    }),
    consequences: thenCorrected,
    commit: correctIdentity,
    done: 'staff.done_corrected',
  }),
  appointment: personAct({
    title: 'staff.correct_appointment',
    form: correctAppointmentForm,
    start: async (page) => {
      const fact = periodOf(page, page.record.appointments)
      return fact && { values: { ...fact, ...(await unitTexts(page.db, fact)) } }
    },
    consequences: thenCorrected,
    commit: correctAppointment,
    done: 'staff.done_corrected',
  }),
  title: periodAct({
    noun: 'title',
    form: correctTitleForm,
    factsOf: (record) => record.titles,
    nameOf: (fact, words) => codeText('titleLevel', fact.titleLevel, words),
    correct: correctTitle,
  }),
  honour: periodAct({
    noun: 'honour',
    form: correctHonourForm,
    factsOf: (record) => record.honours,
    nameOf: (fact, words) => codeText('honour', fact.honour, words),
    correct: correctHonour,
  }),
  status: periodAct({
    noun: 'status',
    form: correctStatusForm,
    factsOf: (record) => record.statuses,
    nameOf: (fact, words) => codeText('staffStatus', fact.status, words),
    correct: correctStatus,
  }),
}

type PeriodParts<Fact, Value extends object> = {
  noun: 'title' | 'honour' | 'status'
  form: FormSpec<Value>
  factsOf: (record: StaffRecord) => readonly Fact[]
  nameOf: (fact: Fact, words: Words) => string
  correct: (db: PrismaClient, actor: Actor, value: Value) => Promise<StaffOutcome>
}

/** A title, honour or status may also never have been: then it is taken out instead. */
function periodAct<Fact extends DatedFact, Value extends RemovePeriodInput & { remove?: boolean }>(
  parts: PeriodParts<Fact, Value>,
): PersonAct {
  const { noun, factsOf, nameOf } = parts
  return personAct({
    title: `staff.correct_${noun}`,
    form: parts.form,
    start: (page) => {
      const fact = periodOf(page, factsOf(page.record))
      return fact && { values: { ...fact } }
    },
    consequences: (page, { remove }) => {
      const fact = periodOf(page, factsOf(page.record))
      if (!fact || !remove) return thenCorrected(page)
      const { t } = page.words
      const period = t('staff.period', { from: fact.validFrom, to: fact.validTo ?? t('staff.now') })
      return [t('staff.then_removed', { what: `${nameOf(fact, page.words)}　${period}` })]
    },
    isDanger: ({ remove }) => remove === true,
    commit: (db, actor, value) =>
      value.remove ? removePeriod(db, actor, noun, value) : parts.correct(db, actor, value),
    done: 'staff.done_corrected',
  })
}

/** The period that the address names, as it stands now. */
function periodOf<Fact extends DatedFact>({ periodId }: ActPage, facts: readonly Fact[]): Fact | null {
  return facts.find(({ id }) => id === periodId) ?? null
}
