/** Changes on a person: something is different from a day on. One entry an act; what they share is in act-page.server.ts. */
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import { awardHonour, awardTitle, endHonour, endStatus, setStatus } from '../awards.commands.server.ts'
import {
  changePostForm,
  END_REASONS,
  endPeriodForm,
  endServiceForm,
  factsForm,
  honourForm,
  rehireForm,
  retireForm,
  statusForm,
  titleForm,
} from '../forms.ts'
import { editPersonFacts } from '../person.commands.server.ts'
import { changePost, endService, rehireStaff, retireStaff } from '../service.commands.server.ts'
import type { HonourFact, StaffRecord, StatusFact } from '../staff-record.ts'
import { type ActPage, type PersonAct, personAct } from './act-page.server.ts'
import type { ChangeAct } from './acts.ts'
import {
  dateSection,
  type PostValues,
  postOrganisations,
  postSection,
  unitSection,
} from './appointment-fields.ts'
import { codeText, field, type Words } from './field-kit.ts'
import { organisationTexts } from './organisation-names.server.ts'
import { factsSection, honourSection, statusSection, titleSection } from './person-fields.ts'
import { retirementView } from './person-view.server.ts'

export const changeActs: Record<ChangeAct, PersonAct> = {
  post: personAct({
    title: 'staff.act_post',
    schema: changePostForm,
    organisations: postOrganisations,
    sections: postSections,
    consequences: thenTakesEffect,
    commit: changePost,
    done: 'staff.done_post',
  }),
  rehire: personAct({
    title: 'staff.act_rehire',
    schema: rehireForm,
    organisations: postOrganisations,
    sections: postSections,
    consequences: thenTakesEffect,
    commit: rehireStaff,
    done: 'staff.done_rehire',
  }),
  end: personAct({
    title: 'staff.act_end',
    schema: endServiceForm,
    sections: async ({ words, day }) => ({
      sections: [{ id: 'end', fields: [lastDayField(words, day), endReason(words), document(words)] }],
    }),
    consequences: thenGone,
    isDanger: () => true,
    commit: endService,
    done: 'staff.done_end',
  }),
  retire: personAct({
    title: 'staff.act_retire',
    schema: retireForm,
    sections: async ({ record, words, day }) => {
      const { t } = words
      const retirement = record.retirement && retirementView(record, record.retirement, words)
      const suggested = retirement && retirement.date > day ? addDays(retirement.date, -1) : day
      return {
        notice: retirement
          ? { word: retirement.outcome, text: retirement.note, tone: 'info' }
          : { word: t('staff.retires_unknown'), text: t('staff.retires_unknown_about'), tone: 'warning' },
        why: retirement ?? undefined,
        sections: [{ id: 'retire', fields: [lastDayField(words, suggested), document(words)] }],
      }
    },
    consequences: (page, value) => [...thenBeforeAge(page, value), ...thenGone(page, value)],
    isDanger: () => true,
    commit: retireStaff,
    done: 'staff.done_retire',
  }),
  title: personAct({
    title: 'staff.act_title',
    schema: titleForm,
    sections: async ({ words, day }) => ({ sections: [titleSection(words, day)] }),
    commit: awardTitle,
    done: 'staff.done_title',
  }),
  honour: personAct({
    title: 'staff.act_honour',
    schema: honourForm,
    sections: async ({ words, day }) => ({ sections: [honourSection(words, day)] }),
    commit: awardHonour,
    done: 'staff.done_honour',
  }),
  'end-honour': personAct({
    title: 'staff.act_end-honour',
    schema: endPeriodForm,
    sections: async (page) =>
      periodSections(page, page.record.honours, {
        which: 'staff.field_honour',
        ends: 'staff.field_ends_on',
        hint: 'staff.hint_ends_on',
      }),
    commit: endHonour,
    done: 'staff.done_end-honour',
  }),
  status: personAct({
    title: 'staff.act_status',
    schema: statusForm,
    sections: async ({ words, day }) => ({ sections: [statusSection(words, day)] }),
    commit: setStatus,
    done: 'staff.done_status',
  }),
  'end-status': personAct({
    title: 'staff.act_end-status',
    schema: endPeriodForm,
    sections: async (page) =>
      periodSections(page, page.record.statuses, {
        which: 'staff.state',
        ends: 'staff.field_back_on',
        hint: 'staff.hint_back_on',
      }),
    commit: endStatus,
    done: 'staff.done_end-status',
  }),
  facts: personAct({
    title: 'staff.act_facts',
    schema: factsForm,
    sections: async ({ record, words }) => ({
      sections: [{ ...factsSection(record, words), title: undefined }],
    }),
    commit: editPersonFacts,
    done: 'staff.done_facts',
  }),
}

/** The post as it is now, to be changed; the day is asked for anew. */
async function postSections({ db, record, words }: ActPage) {
  const values = await postValues(db, record)
  return { sections: [unitSection(values, words), postSection(values, words), dateSection({}, words)] }
}

async function postValues(db: Db, { current, appointments, asOf }: StaffRecord): Promise<PostValues> {
  const running = appointments.find(
    (one) => one.isMain && one.validFrom <= asOf && (one.validTo === null || one.validTo > asOf),
  )
  const post = running ?? { ...current, workOrgId: current.orgId, employmentForm: null }
  const { workOrgId, establishmentOrgId, payOrgId, staffCategory, postCategory, postLevel } = post
  const texts = await organisationTexts(db, [workOrgId, establishmentOrgId, payOrgId])
  return {
    workOrgId: texts.get(workOrgId),
    establishmentOrgId: establishmentOrgId && texts.get(establishmentOrgId),
    payOrgId: payOrgId && texts.get(payOrgId),
    ...{ staffCategory, postCategory, postLevel, schoolPost: post.schoolPost },
    ...{ stage: post.stage, subject: post.subject, employmentForm: post.employmentForm },
  }
}

/** Which of several running periods ends, and from when. */
function periodSections(
  { words, day }: ActPage,
  periods: readonly (HonourFact | StatusFact)[],
  keys: Record<'which' | 'ends' | 'hint', MessageKey>,
) {
  const running = periods.filter((one) => one.validFrom <= day && (!one.validTo || one.validTo > day))
  if (running.length === 0) return null
  const options = running.map((one) => {
    const name =
      'honour' in one ? codeText('honour', one.honour, words) : codeText('staffStatus', one.status, words)
    const since = words.t('staff.since', { day: formatDay(one.validFrom, words.locale) })
    return { value: one.id, label: `${name}　${since}` }
  })
  const which = field('select', 'periodId', keys.which, words, {
    required: true,
    options,
    value: options[0]?.value,
  })
  const end = field('date', 'day', keys.ends, words, {
    required: true,
    value: day,
    hint: words.t(keys.hint),
  })
  return { sections: [{ id: 'period', fields: [which, end] }] }
}

const document = (words: Words) => field('text', 'documentNo', 'staff.field_documentNo', words)

const lastDayField = (words: Words, day: PlainDate) =>
  field('date', 'lastDay', 'staff.field_lastDay', words, {
    required: true,
    value: day,
    isSuggested: true,
    hint: words.t('staff.hint_last_day'),
  })

function endReason(words: Words) {
  const options = END_REASONS.map((reason) => ({ value: reason, label: words.t(`staff.reason_${reason}`) }))
  const emptyLabel = words.t('staff.choose')
  return field('select', 'reason', 'staff.field_reason', words, { required: true, options, emptyLabel })
}

function thenTakesEffect({ day, words, record }: ActPage, { validFrom }: { validFrom: PlainDate }): string[] {
  const on = { name: record.name, day: formatDay(validFrom, words.locale) }
  return [words.t(validFrom > day ? 'staff.then_ahead' : 'staff.then_from', on)]
}

type Ending = { lastDay: PlainDate }

function thenGone({ words, record }: ActPage, { lastDay }: Ending): string[] {
  const day = formatDay(addDays(lastDay, 1), words.locale)
  return [words.t('staff.then_gone', { name: record.name, day }), words.t('staff.then_kept')]
}

/** Early and late retirement have rules of their own: the office is told, not stopped. */
function thenBeforeAge({ words, record }: ActPage, { lastDay }: Ending): string[] {
  const date = record.retirement?.date
  if (!date || addDays(lastDay, 1) >= date) return []
  return [words.t('staff.then_before_age', { day: formatDay(date, words.locale) })]
}
