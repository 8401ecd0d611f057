/** Acts on organisations: the form of each, and what becomes of a posted one. */
import type { Actor } from '#app/platform/access/actor.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearOf } from '#app/platform/dates.ts'
import { type Drawing, drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormSpec } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { type ActRefusal, runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { optionsOf } from '../form-fields.ts'
import {
  closeOrganisationForm,
  designateForm,
  editOrganisationForm,
  endDesignationForm,
  figuresForm,
  moveOrganisationForm,
  newOrganisationForm,
  type OrganisationOutcome,
  type OrganisationRefusal,
} from '../organisation-forms.ts'
import {
  closeOrganisation,
  createOrganisation,
  editOrganisation,
  moveOrganisation,
} from '../organisations.commands.server.ts'
import type { OrganisationRecord } from '../organisations.queries.server.ts'
import { designateSchool, endDesignation, setFigures } from '../school-years.commands.server.ts'
import type { OrganisationActName } from './organisation-acts.ts'

export type OrganisationActPage = {
  actor: Actor
  record: OrganisationRecord
  day: PlainDate
  words: Words
}

export type OrganisationAct = {
  /** Null where it does not apply to this organisation. */
  view: (page: OrganisationActPage) => FormView | null
  post: (request: Request, page: OrganisationActPage, view: FormView) => ReturnType<typeof runForm>
}

type Parts<Value extends object> = {
  title: ServerKey
  form: FormSpec<Value>
  /** What the form starts with; null where the act does not apply. */
  start: (page: OrganisationActPage) => Drawing | null
  consequences?: (page: OrganisationActPage) => string[]
  isDanger?: boolean
  commit: (db: PrismaClient, actor: Actor, value: Value) => Promise<OrganisationOutcome>
  done: ServerKey
}

function organisationAct<Value extends object>(parts: Parts<Value>): OrganisationAct {
  const { form, consequences } = parts
  return {
    view(page) {
      const drawing = parts.start(page)
      return drawing && formOf(parts.title, form, page, drawing, Boolean(consequences))
    },
    post(request, page, view) {
      const { actor, record, words } = page
      return runForm(request, actor, {
        ...{ spec: form, view, words },
        given: { organisationId: record.id },
        consequences: consequences && (() => consequences(page)),
        isDanger: () => parts.isDanger ?? false,
        commit: async (value) => {
          const { db } = await database()
          const outcome = await parts.commit(db, actor, value)
          if (!outcome.ok) return refusalOf(outcome.reason)
          const href = `/organisations/${record.id}`
          return { ok: true, answer: await redirectWithToast(href, parts.done, { name: record.name }) }
        },
      })
    },
  }
}

function formOf(
  title: ServerKey,
  form: FormSpec,
  { record, words }: OrganisationActPage,
  drawing: Drawing,
  isChecked: boolean,
): FormView {
  const { t } = words
  const href = `/organisations/${record.id}`
  return {
    title: t(title),
    trail: [
      { href: '/organisations', label: t('orgs.title') },
      { href, label: record.name },
    ],
    intro: record.name,
    sections: drawSections(form.sections, words, drawing),
    hidden: { version: String(record.version) },
    submitLabel: t(isChecked ? 'form.go_on' : 'app.save'),
    cancelHref: href,
  }
}

const fieldOf: Partial<Record<OrganisationRefusal, string>> = {
  parent_unknown: 'parentId',
  parent_closed: 'parentId',
  below_itself: 'parentId',
  kind_not_here: 'kind',
  same_code: 'code',
  overlaps: 'validFrom',
  same_day: 'day',
}

function refusalOf(reason: OrganisationRefusal): ActRefusal {
  return { ok: false, key: `registry.org_refused.${reason}`, field: fieldOf[reason] }
}

export const organisationActs: Record<OrganisationActName, OrganisationAct> = {
  edit: organisationAct({
    title: 'orgs.act_edit',
    form: editOrganisationForm,
    start: ({ record }) => (record.abilities.canManage ? { values: record } : null),
    commit: editOrganisation,
    done: 'orgs.done_edit',
  }),
  move: organisationAct({
    title: 'orgs.act_move',
    form: moveOrganisationForm,
    start: ({ record, words }) => {
      const hint = words.t('orgs.hint_above', { now: record.above.at(-1)?.name ?? '' })
      return placeable(record) && { fields: { parentId: { hint } } }
    },
    consequences: ({ record, words }) => [
      words.t('orgs.then_moved', { children: record.children, staff: staffText(record) }),
    ],
    commit: moveOrganisation,
    done: 'orgs.done_move',
  }),
  close: organisationAct({
    title: 'orgs.act_close',
    form: closeOrganisationForm,
    start: ({ record, day }) => placeable(record) && { values: { closedOn: day } },
    consequences: ({ record, words }) => [
      words.t('orgs.then_closed', { children: record.children, staff: staffText(record) }),
    ],
    isDanger: true,
    commit: closeOrganisation,
    done: 'orgs.done_close',
  }),
  designate: organisationAct({
    title: 'orgs.designate',
    form: designateForm,
    start: ({ record, day }) => placeable(record) && { values: { validFrom: day } },
    commit: designateSchool,
    done: 'orgs.done_designate',
  }),
  'end-designation': organisationAct({
    title: 'orgs.act_end-designation',
    form: endDesignationForm,
    start: runningDesignations,
    commit: endDesignation,
    done: 'orgs.done_end-designation',
  }),
  figures: organisationAct({
    title: 'orgs.figures',
    form: figuresForm,
    start: (page) => (page.record.abilities.canManage ? figuresNow(page) : null),
    commit: setFigures,
    done: 'orgs.done_figures',
  }),
}

/** A new organisation below the one whose record is given. */
export function newOrganisationView(page: OrganisationActPage): FormView {
  const { record, words } = page
  const { t, locale } = words
  const options = optionsOf('orgKind', locale, (kind) => record.abilities.canMake.includes(kind))
  const drawing = { values: { isPublic: true }, fields: { kind: { options } } }
  const view = formOf('orgs.new', newOrganisationForm, page, drawing, false)
  return { ...view, intro: t('orgs.new_below', { name: record.name }) }
}

export function postNewOrganisation(request: Request, page: OrganisationActPage) {
  const { actor, record, words } = page
  return runForm(request, actor, {
    ...{ spec: newOrganisationForm, view: newOrganisationView(page), words },
    given: { parentId: record.id },
    commit: async (value) => {
      const { db } = await database()
      const outcome = await createOrganisation(db, actor, value)
      if (!outcome.ok) return refusalOf(outcome.reason)
      const href = `/organisations/${outcome.organisationId}`
      return { ok: true, answer: await redirectWithToast(href, 'orgs.done_new', { name: value.name }) }
    },
  })
}

function placeable(record: OrganisationRecord): true | null {
  return record.abilities.canPlace && !record.closedOn ? true : null
}

function staffText({ staff }: OrganisationRecord): string {
  return `${staff.count}${staff.more ? '+' : ''}`
}

function runningDesignations({ record, day, words }: OrganisationActPage): Drawing | null {
  const running = record.designationHistory.filter((one) => one.validTo === null)
  if (!record.abilities.canPlace || running.length === 0) return null
  const options = running.map((one) => {
    const since = words.t('staff.since', { day: formatDay(one.validFrom, words.locale) })
    return { value: one.id, label: `${words.t(one.kind === 'weak' ? 'orgs.weak' : 'orgs.small')}　${since}` }
  })
  return {
    values: { designationId: options[0]?.value, day },
    fields: { designationId: { options, emptyLabel: undefined } },
  }
}

/** This school year: what is on record of it, and a row for each stage that has nothing yet. */
function figuresNow({ record, day, words }: OrganisationActPage): Drawing {
  const { t } = words
  const year = schoolYearOf(day)
  const options = [year, year - 1, year - 2].map((from) => ({
    value: String(from),
    label: t('orgs.school_year_is', { from, to: from + 1 }),
  }))
  const known = record.years.filter(({ schoolYear }) => schoolYear === year)
  const stages = record.stages.map((stage) => known.find((one) => one.stage === stage) ?? { stage })
  const others = known.filter(({ stage }) => !record.stages.includes(stage))
  return {
    values: { schoolYear: year, stages: [...stages, ...others] },
    fields: { schoolYear: { options, emptyLabel: undefined } },
  }
}
