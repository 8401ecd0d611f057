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
import type { DatedFact } from '../staff-record.ts'
import { type ActPage, type PersonAct, personAct } from './act-page.server.ts'
import type { CorrectedNoun } from './acts.ts'
import { dateSection, postOrganisations, postSection, unitSection } from './appointment-fields.ts'
import { field, optionsOf, type Words } from './field-kit.ts'
import type { FormSection } from './form-view.ts'
import { organisationTexts } from './organisation-names.server.ts'
import { honourSection, identitySection, statusSection, titleSection } from './person-fields.ts'

/** A title, honour or status may also never have been: then it is taken out instead. */
const removable = z.object({ remove: z.literal('yes').optional() })
type Removable = z.infer<typeof removable>

const isRemoved = ({ remove }: Removable) => remove === 'yes'
const thenCorrected = ({ words }: ActPage) => [words.t('staff.then_corrected')]
const thenCorrectedOrRemoved = (page: ActPage, value: Removable) =>
  isRemoved(value) ? [page.words.t('staff.then_removed')] : thenCorrected(page)

function correctOrRemove<Value extends RemovePeriodInput>(
  noun: 'title' | 'honour' | 'status',
  correct: (db: PrismaClient, actor: Actor, value: Value) => Promise<StaffOutcome>,
) {
  return (db: PrismaClient, actor: Actor, value: Value & Removable) =>
    isRemoved(value) ? removePeriod(db, actor, noun, value) : correct(db, actor, value)
}

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
  title: personAct({
    title: 'staff.correct_title',
    schema: correctTitleForm.and(removable),
    sections: async (page) => {
      const fact = periodOf(page, page.record.titles)
      if (!fact) return null
      const { titleLevel, awardedAs } = fact
      const filled = startingWith(titleSection(page.words, fact.validFrom), {
        ...fact,
        titleLevel,
        awardedAs,
      })
      return { sections: [withEnd(filled, fact, page.words), whySection(page.words, true)] }
    },
    consequences: thenCorrectedOrRemoved,
    isDanger: isRemoved,
    commit: correctOrRemove('title', correctTitle),
    done: 'staff.done_corrected',
  }),
  honour: personAct({
    title: 'staff.correct_honour',
    schema: correctHonourForm.and(removable),
    sections: async (page) => {
      const fact = periodOf(page, page.record.honours)
      if (!fact) return null
      const filled = startingWith(honourSection(page.words, fact.validFrom), fact)
      return { sections: [filled, whySection(page.words, true)] }
    },
    consequences: thenCorrectedOrRemoved,
    isDanger: isRemoved,
    commit: correctOrRemove('honour', correctHonour),
    done: 'staff.done_corrected',
  }),
  status: personAct({
    title: 'staff.correct_status',
    schema: correctStatusForm.and(removable),
    sections: async (page) => {
      const fact = periodOf(page, page.record.statuses)
      if (!fact) return null
      const filled = startingWith(statusSection(page.words, fact.validFrom), fact)
      const fields = filled.fields.map((one) =>
        one.name === 'status' ? { ...one, options: optionsOf('staffStatus', page.words.locale) } : one,
      )
      return { sections: [{ ...filled, fields }, whySection(page.words, true)] }
    },
    consequences: thenCorrectedOrRemoved,
    isDanger: isRemoved,
    commit: correctOrRemove('status', correctStatus),
    done: 'staff.done_corrected',
  }),
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
