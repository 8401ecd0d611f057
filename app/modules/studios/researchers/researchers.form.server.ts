/** The forms of researchers: naming, contact schools, ending, a day at a school and the school's word; and how a refusal is told. */
import { z } from 'zod'
import { requiredCodeField } from '#app/modules/registry/index.server.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { addDays, addYears, type PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { ownCrumb } from '../activities/activity.form.server.ts'
import type { LogAnswer, LogRefusal } from './logs.commands.server.ts'
import { DAY_PARTS, LOG_KINDS } from './researcher.ts'
import type { ResearcherRefusal } from './researchers.commands.server.ts'
import type { ContactRow, LogRow, ResearcherRow } from './researchers.queries.server.ts'
import { HOSTED_RESEARCH_PATH, RESEARCH_PATH } from './tell-researchers.server.ts'

const LONGEST_TEXT = 2_000
const why = fields.text('researcher.why', { longest: 200 })

export const nameForm = declareForm({
  sections: [
    {
      id: 'researcher',
      fields: {
        orgId: fields.pick('researcher.bureau', id),
        staffNumber: fields.person('researcher.person', { hint: 'researcher.person_hint' }),
        stage: requiredCodeField('stage', 'researcher.stage'),
        subject: requiredCodeField('subject', 'researcher.subject'),
        validFrom: fields.day('researcher.from'),
        lastDay: fields.day('researcher.last_day'),
      },
    },
  ],
})
export const endResearcherForm = declareForm({
  sections: [{ id: 'end', fields: { why } }],
  sent: { version },
})
export const contactForm = declareForm({
  sections: [
    {
      id: 'contact',
      fields: {
        schoolId: fields.school('contact.school', { hint: 'member.school_hint' }),
        goal: fields.area('contact.goal', { hint: 'contact.goal_hint', longest: LONGEST_TEXT }),
        validFrom: fields.day('researcher.from', { hint: 'contact.from_hint' }),
      },
    },
  ],
})
export const endContactForm = declareForm({ sections: [{ id: 'end', fields: { why } }], sent: { version } })
export const logForm = declareForm({
  sections: [
    {
      id: 'log',
      fields: {
        schoolId: fields.school('research_log.school', { hint: 'member.school_hint' }),
        heldOn: fields.day('research_log.day'),
        part: fields.oneOf('radio', 'research_log.part', DAY_PARTS, (one) => `research_log.part_${one}`),
        kind: fields.oneOf('radio', 'research_log.kind', LOG_KINDS, (one) => `research_log.kind_${one}`),
        title: fields.text('research_log.title', { hint: 'research_log.title_hint' }),
        about: fields.optionalArea('research_log.about', {
          hint: 'research_log.about_hint',
          longest: LONGEST_TEXT,
        }),
      },
    },
  ],
})
export const withdrawLogForm = declareForm({
  sections: [{ id: 'withdraw', fields: {} }],
  sent: { version, log: id },
})
export const answerLogForm = declareForm({
  sections: [
    {
      id: 'answer',
      fields: {
        note: fields.optionalText('research_log.note', { hint: 'research_log.note_hint', longest: 200 }),
      },
    },
  ],
  sent: { version, log: id, answer: z.enum(['confirmed', 'refused'], { error: 'form.invalid' }) },
})

const LIST = '/studios/researchers'
export const researcherPath = ({ id: of }: Pick<ResearcherRow, 'id'>) => `${LIST}/${of}`

const trailTo = (researcher: ResearcherRow | null, { t }: Words) => [
  { href: LIST, label: t('researcher.title') },
  ...(researcher ? [{ href: researcherPath(researcher), label: researcher.name }] : []),
]

const YEARS_NAMED = 3

export function nameView(
  bureaus: readonly { id: string; name: string }[],
  today: PlainDate,
  words: Words,
): FormView {
  const { t } = words
  const [only, ...others] = bureaus
  return {
    ...{ title: t('researcher.name_one'), trail: trailTo(null, words), intro: t('researcher.name_about') },
    sections: drawSections(nameForm.sections, words, {
      values: {
        orgId: others.length === 0 ? only?.id : undefined,
        ...{ validFrom: today, lastDay: addDays(addYears(today, YEARS_NAMED), -1) },
      },
      fields: { orgId: { options: bureaus.map((one) => ({ value: one.id, label: one.name })) } },
    }),
    ...{ submitLabel: t('researcher.name_save'), cancelHref: LIST },
  }
}

export function endResearcherView(researcher: ResearcherRow, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('researcher.end'), trail: trailTo(researcher, words), submitLabel: t('researcher.end') },
    intro: t('researcher.end_about', { name: researcher.name }),
    sections: drawSections(endResearcherForm.sections, words),
    ...{ hidden: { version: String(researcher.version) }, cancelHref: researcherPath(researcher) },
  }
}

export function contactView(
  researcher: ResearcherRow,
  { today, years }: { today: PlainDate; years: number },
  words: Words,
): FormView {
  const { t } = words
  const validFrom = researcher.validFrom > today ? researcher.validFrom : today
  return {
    ...{ title: t('contact.add'), trail: trailTo(researcher, words) },
    intro: t('contact.add_about', { name: researcher.name, years }),
    sections: drawSections(contactForm.sections, words, { values: { validFrom }, isNew: true }),
    ...{ submitLabel: t('contact.save'), cancelHref: researcherPath(researcher) },
  }
}

export function endContactView(researcher: ResearcherRow, contact: ContactRow, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('contact.end'), trail: trailTo(researcher, words), submitLabel: t('contact.end') },
    intro: t('contact.end_about', { name: researcher.name, school: contact.schoolName }),
    sections: drawSections(endContactForm.sections, words),
    ...{ hidden: { version: String(contact.version) }, cancelHref: researcherPath(researcher) },
  }
}

/** `today` is the day unless another is typed. */
export function logView(today: PlainDate, words: Words): FormView {
  const { t } = words
  const crumb = { href: RESEARCH_PATH, label: t('researcher.own') }
  return {
    ...{ title: t('research_log.new'), trail: [ownCrumb(words), crumb], intro: t('research_log.new_about') },
    sections: drawSections(logForm.sections, words, {
      values: { heldOn: today, part: 'day', kind: 'demonstration' },
      isNew: true,
    }),
    ...{ submitLabel: t('research_log.save'), cancelHref: RESEARCH_PATH },
  }
}

const button = (log: LogRow, submitLabel: string, more: Readonly<Record<string, string>> = {}): FormView => ({
  ...{ title: '', trail: [], intro: '', sections: [], submitLabel },
  hidden: { version: String(log.version), log: log.id, ...more },
})

export const withdrawView = (log: LogRow, { t }: Words): FormView => button(log, t('research_log.withdraw'))

/** Yes in one press, from the list. */
export const confirmView = (log: LogRow, { t }: Words): FormView =>
  button(log, t('research_log.confirm'), { answer: 'confirmed' satisfies LogAnswer })

/** No, with a reason, on its own page. */
export function refuseView(log: LogRow, words: Words): FormView {
  const { t, locale } = words
  const values = { name: log.name, day: formatDay(log.heldOn, locale), title: log.title }
  return {
    ...button(log, t('research_log.refuse'), { answer: 'refused' satisfies LogAnswer }),
    title: t('research_log.refuse'),
    trail: [{ href: HOSTED_RESEARCH_PATH, label: t('research_log.hosted') }],
    intro: t('research_log.refuse_about', values),
    sections: drawSections(answerLogForm.sections, words),
    cancelHref: HOSTED_RESEARCH_PATH,
  }
}

const researcherFields: Partial<Record<ResearcherRefusal, string>> = {
  ...{
    not_allowed: 'orgId',
    not_a_bureau: 'orgId',
    person_unknown: 'staffNumber',
    is_researcher: 'staffNumber',
  },
  ...{ ends_before: 'lastDay', starts_long_ago: 'validFrom', outside_service: 'validFrom' },
  ...{ not_of_area: 'schoolId', is_contact: 'schoolId' },
}

export function researcherRefusalOf({ reason, values }: Refused<ResearcherRefusal>): ActRefusal {
  const isConflict = reason === 'stale'
  return { ok: false, key: `researcher.error_${reason}`, field: researcherFields[reason], values, isConflict }
}

const logFields: Partial<Record<LogRefusal, string>> = {
  ...{ not_a_day: 'heldOn', ahead: 'heldOn', outside_service: 'heldOn', taken: 'part' },
  ...{ not_of_area: 'schoolId', no_note: 'note' },
}

export function logRefusalOf({ reason, values }: Refused<LogRefusal>): ActRefusal {
  const isConflict = reason === 'stale'
  return { ok: false, key: `research_log.error_${reason}`, field: logFields[reason], values, isConflict }
}
