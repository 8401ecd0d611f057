/** Changes on a person: something is different from a day on. One entry an act; what they share is in act-page.server.ts. */
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import { awardHonour, awardTitle, endHonour, endStatus, setStatus } from '../awards.commands.server.ts'
import {
  endHonourForm,
  endServiceForm,
  endStatusForm,
  factsForm,
  honourForm,
  postForm,
  retireForm,
  statusForm,
  titleForm,
} from '../forms.ts'
import { editPersonFacts } from '../person.commands.server.ts'
import { changePost, endService, rehireStaff, retireStaff } from '../service.commands.server.ts'
import type { DatedFact, HonourFact, StatusFact } from '../staff-record.ts'
import { type ActPage, type PersonAct, personAct } from './act-page.server.ts'
import type { ChangeAct } from './acts.ts'
import { codeText } from './code-text.ts'
import { unitTexts } from './organisation-names.server.ts'
import { retirementView } from './person-view.server.ts'

const from = ({ day }: ActPage) => ({ values: { validFrom: day } })

export const changeActs: Record<ChangeAct, PersonAct> = {
  post: personAct({
    title: 'staff.act_post',
    form: postForm,
    start: postNow,
    consequences: thenTakesEffect,
    commit: changePost,
    done: 'staff.done_post',
  }),
  rehire: personAct({
    title: 'staff.act_rehire',
    form: postForm,
    start: postNow,
    consequences: thenTakesEffect,
    commit: rehireStaff,
    done: 'staff.done_rehire',
  }),
  end: personAct({
    title: 'staff.act_end',
    form: endServiceForm,
    start: ({ day }) => lastDayOn(day),
    consequences: thenGone,
    isDanger: () => true,
    commit: endService,
    done: 'staff.done_end',
  }),
  retire: personAct({
    title: 'staff.act_retire',
    form: retireForm,
    start: ({ record, words, day }) => {
      const { t } = words
      const retirement = record.retirement && retirementView(record, record.retirement, words)
      return {
        notice: retirement
          ? { word: retirement.outcome, text: retirement.note, tone: 'info' }
          : { word: t('staff.retires_unknown'), text: t('staff.retires_unknown_about'), tone: 'warning' },
        why: retirement ?? undefined,
        ...lastDayOn(retirement && retirement.date > day ? addDays(retirement.date, -1) : day),
      }
    },
    consequences: (page, value) => [...thenBeforeAge(page, value), ...thenGone(page, value)],
    isDanger: () => true,
    commit: retireStaff,
    done: 'staff.done_retire',
  }),
  title: personAct({
    title: 'staff.act_title',
    form: titleForm,
    start: from,
    commit: awardTitle,
    done: 'staff.done_title',
  }),
  honour: personAct({
    title: 'staff.act_honour',
    form: honourForm,
    start: from,
    commit: awardHonour,
    done: 'staff.done_honour',
  }),
  'end-honour': personAct({
    title: 'staff.act_end-honour',
    form: endHonourForm,
    start: (page) => endOf(page, page.record.honours),
    commit: endHonour,
    done: 'staff.done_end-honour',
  }),
  status: personAct({
    title: 'staff.act_status',
    form: statusForm,
    start: from,
    commit: setStatus,
    done: 'staff.done_status',
  }),
  'end-status': personAct({
    title: 'staff.act_end-status',
    form: endStatusForm,
    start: (page) => endOf(page, page.record.statuses),
    commit: endStatus,
    done: 'staff.done_end-status',
  }),
  facts: personAct({
    title: 'staff.act_facts',
    form: factsForm,
    start: ({ record }) => ({ values: record }),
    commit: editPersonFacts,
    done: 'staff.done_facts',
  }),
}

const isRunning =
  (day: PlainDate) =>
  ({ validFrom, validTo }: DatedFact) =>
    validFrom <= day && (validTo === null || validTo > day)

/** The post as it is now, to be changed; the day is asked for anew. */
async function postNow({ db, record: { current, appointments, asOf } }: ActPage) {
  const running = appointments.filter(({ isMain }) => isMain).find(isRunning(asOf))
  const post = running ?? { ...current, workOrgId: current.orgId, employmentForm: null }
  const { validFrom: _, documentNo: __, ...values } = { validFrom: null, documentNo: null, ...post }
  return { values: { ...values, ...(await unitTexts(db, post)) } }
}

/** Which of several running periods ends, and from when. */
function endOf({ words, day }: ActPage, periods: readonly (HonourFact | StatusFact)[]) {
  const options = periods.filter(isRunning(day)).map((one) => {
    const name =
      'honour' in one ? codeText('honour', one.honour, words) : codeText('staffStatus', one.status, words)
    const since = words.t('staff.since', { day: formatDay(one.validFrom, words.locale) })
    return { value: one.id, label: `${name}　${since}` }
  })
  const [first] = options
  return first
    ? { values: { periodId: first.value, day }, fields: { periodId: { options, emptyLabel: undefined } } }
    : null
}

/** The suggested last day is not on record yet. */
const lastDayOn = (lastDay: PlainDate) => ({
  values: { lastDay },
  fields: { lastDay: { isSuggested: true } },
})

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
