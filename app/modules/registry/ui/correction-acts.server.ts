/** Corrections on a person: what stands in the record was wrong from the start. Each says why. */
import { z } from 'zod'
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
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
import { dateSection, postOrganisations, postSection, unitSection } from './appointment-fields.ts'
import { codeText, field, optionsOf, type Words } from './field-kit.ts'
import type { FormSection } from './form-view.ts'
import { organisationTexts } from './organisation-names.server.ts'
import { honourSection, identitySection, statusSection, titleSection } from './person-fields.ts'

const thenCorrected = ({ words }: ActPage) => [words.t('staff.then_corrected')]

export const correctionActs: Record<CorrectedNoun, PersonAct> = {
  identity: personAct({
    title: 'staff.correct_identity',
    schema: correctIdentityForm,
    sections: async ({ record, words }) => ({
      sections: [{ ...identitySection(record, words, false), title: undefined }, whySection(words)],
    }),
    consequences: thenCorrected,
    commit: correctIdentity,
    done: 'staff.done_corrected',
  }),
  appointment: personAct({
    title: 'staff.correct_appointment',
    schema: correctAppointmentForm,
    organisations: postOrganisations,
    sections: async (page) => {
      const { db, record, words } = page
      const fact = periodOf(page, record.appointments)
      if (!fact) return null
      const texts = await organisationTexts(db, [fact.workOrgId, fact.establishmentOrgId, fact.payOrgId])
      const values = {
        ...fact,
        workOrgId: texts.get(fact.workOrgId),
        establishmentOrgId: fact.establishmentOrgId && texts.get(fact.establishmentOrgId),
        payOrgId: fact.payOrgId && texts.get(fact.payOrgId),
      }
      const dates = withEnd(dateSection(values, words), fact, words)
      return {
        sections: [unitSection(values, words), postSection(values, words), dates, whySection(words)],
      }
    },
    consequences: thenCorrected,
    commit: correctAppointment,
    done: 'staff.done_corrected',
  }),
  title: periodAct({
    noun: 'title',
    schema: correctTitleForm,
    factsOf: (record) => record.titles,
    nameOf: (fact, words) => codeText('titleLevel', fact.titleLevel, words),
    section: (fact, words) => withEnd(startingWith(titleSection(words, fact.validFrom), fact), fact, words),
    correct: correctTitle,
  }),
  honour: periodAct({
    noun: 'honour',
    schema: correctHonourForm,
    factsOf: (record) => record.honours,
    nameOf: (fact, words) => codeText('honour', fact.honour, words),
    section: (fact, words) => startingWith(honourSection(words, fact.validFrom), fact),
    correct: correctHonour,
  }),
  status: periodAct({
    noun: 'status',
    schema: correctStatusForm,
    factsOf: (record) => record.statuses,
    nameOf: (fact, words) => codeText('staffStatus', fact.status, words),
    section: (fact, words) => {
      const { fields, ...section } = startingWith(statusSection(words, fact.validFrom), fact)
      const options = optionsOf('staffStatus', words.locale)
      return { ...section, fields: fields.map((one) => (one.name === 'status' ? { ...one, options } : one)) }
    },
    correct: correctStatus,
  }),
}

type PeriodParts<Fact, Value> = {
  noun: 'title' | 'honour' | 'status'
  schema: z.ZodType<Value>
  factsOf: (record: StaffRecord) => readonly Fact[]
  nameOf: (fact: Fact, words: Words) => string
  section: (fact: Fact, words: Words) => FormSection
  correct: (db: PrismaClient, actor: Actor, value: Value) => Promise<StaffOutcome>
}

/** A title, honour or status may also never have been: then it is taken out instead. */
function periodAct<Fact extends DatedFact, Value extends RemovePeriodInput>(
  parts: PeriodParts<Fact, Value>,
): PersonAct {
  const { noun, factsOf, nameOf } = parts
  return personAct({
    title: `staff.correct_${noun}`,
    schema: parts.schema.and(z.object({ remove: z.literal('yes').optional() })),
    sections: async (page) => {
      const fact = periodOf(page, factsOf(page.record))
      return fact && { sections: [parts.section(fact, page.words), whySection(page.words, true)] }
    },
    consequences: (page, { remove }) => {
      const fact = periodOf(page, factsOf(page.record))
      if (!fact || !remove) return thenCorrected(page)
      const { t } = page.words
      const period = t('staff.period', { from: fact.validFrom, to: fact.validTo ?? t('staff.now') })
      return [t('staff.then_removed', { what: `${nameOf(fact, page.words)}　${period}` })]
    },
    isDanger: ({ remove }) => remove === 'yes',
    commit: (db, actor, value) =>
      value.remove ? removePeriod(db, actor, noun, value) : parts.correct(db, actor, value),
    done: 'staff.done_corrected',
  })
}

/** The period that the address names, as it stands now. */
function periodOf<Fact extends DatedFact>({ periodId }: ActPage, facts: readonly Fact[]): Fact | null {
  return facts.find(({ id }) => id === periodId) ?? null
}

/** The section's fields with what stands in the record. */
function startingWith(section: FormSection, fact: object): FormSection {
  const values = new Map(Object.entries(fact))
  const fields = section.fields.map((one) => {
    const value = values.get(one.name)
    return values.has(one.name) ? { ...one, value: typeof value === 'string' ? value : undefined } : one
  })
  return { ...section, fields }
}

function withEnd(section: FormSection, { validTo }: DatedFact, words: Words): FormSection {
  const hint = words.t('staff.hint_until')
  const end = field('date', 'validTo', 'staff.field_validTo', words, { value: validTo ?? undefined, hint })
  const at = section.fields.findIndex(({ name }) => name === 'validFrom') + 1
  return { ...section, fields: section.fields.toSpliced(at, 0, end) }
}

function whySection(words: Words, isRemovable = false): FormSection {
  const { t } = words
  const hint = t('staff.hint_why')
  const reason = field('area', 'reason', 'staff.field_reason', words, { required: true, hint })
  const remove = field('check', 'remove', 'staff.field_remove', words, { hint: t('staff.hint_remove') })
  return {
    id: 'why',
    title: t('staff.section_why'),
    fields: isRemovable ? [reason, remove] : [reason],
  }
}
