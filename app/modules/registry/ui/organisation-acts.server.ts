/** Acts on organisations: the form of each, and what becomes of a posted one. */
import type { z } from 'zod'
import type { Actor } from '#app/platform/access/actor.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { type PlainDate, schoolYearOf } from '#app/platform/dates.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import {
  closeOrganisationForm,
  DESIGNATIONS,
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
import { type ActRefusal, runAct } from './act-flow.server.ts'
import { checkLines } from './check-lines.ts'
import { choice, field, optionsOf, type Words } from './field-kit.ts'
import type { FieldView, FormSection, FormView } from './form-view.ts'
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
  post: (form: FormData, page: OrganisationActPage, view: FormView) => ReturnType<typeof runAct>
}

type Parts<Value extends object> = {
  title: MessageKey
  schema: z.ZodType<Value>
  organisations?: readonly string[]
  fields: (page: OrganisationActPage) => FieldView[] | null
  consequences?: (page: OrganisationActPage) => string[]
  isDanger?: boolean
  commit: (db: PrismaClient, actor: Actor, value: Value) => Promise<OrganisationOutcome>
  done: MessageKey
}

function organisationAct<Value extends object>(parts: Parts<Value>): OrganisationAct {
  return {
    view(page) {
      const { record, words } = page
      const fields = parts.fields(page)
      return (
        fields && formOf(parts.title, record, [{ id: 'act', fields }], words, Boolean(parts.consequences))
      )
    },
    post(form, page, view) {
      const { actor, record, words } = page
      return runAct<Value>(form, actor, {
        schema: parts.schema,
        organisations: parts.organisations,
        given: { organisationId: record.id },
        hidden: view.hidden,
        check:
          parts.consequences &&
          ((values) => ({
            title: words.t('staff.check_title', { act: view.title }),
            lines: checkLines(view.sections, values, words.t),
            consequences: parts.consequences?.(page) ?? [],
            confirmLabel: words.t('staff.confirm', { act: view.title }),
            isDanger: parts.isDanger ?? false,
          })),
        commit: async (value) => {
          const { db } = await database()
          const outcome = await parts.commit(db, actor, value)
          if (!outcome.ok) return refusalOf(outcome.reason)
          const href = `/organisations/${record.id}`
          return { ok: true, response: await redirectWithToast(href, parts.done, { name: record.name }) }
        },
      })
    },
  }
}

function formOf(
  title: MessageKey,
  record: OrganisationRecord,
  sections: FormSection[],
  { t }: Words,
  isChecked: boolean,
): FormView {
  const href = `/organisations/${record.id}`
  return {
    title: t(title),
    trail: [
      { href: '/organisations', label: t('orgs.title') },
      { href, label: record.name },
    ],
    intro: record.name,
    sections,
    hidden: { version: String(record.version) },
    submitLabel: t(isChecked ? 'staff.go_on' : 'staff.save'),
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
    schema: editOrganisationForm,
    fields: ({ record, words }) => (record.abilities.canManage ? factFields(record, words) : null),
    commit: editOrganisation,
    done: 'orgs.done_edit',
  }),
  move: organisationAct({
    title: 'orgs.act_move',
    schema: moveOrganisationForm,
    organisations: ['parentId'],
    fields: ({ record, words }) =>
      placeable(record) && [
        field('organisation', 'parentId', 'orgs.above', words, {
          required: true,
          hint: words.t('orgs.hint_above', { now: record.above.at(-1)?.name ?? '' }),
        }),
      ],
    consequences: ({ record, words }) => [
      words.t('orgs.then_moved', { children: record.children, staff: staffText(record) }),
    ],
    commit: moveOrganisation,
    done: 'orgs.done_move',
  }),
  close: organisationAct({
    title: 'orgs.act_close',
    schema: closeOrganisationForm,
    fields: ({ record, day, words }) =>
      placeable(record) && [
        field('date', 'closedOn', 'orgs.closed_on', words, { required: true, value: day }),
        documentField(words),
      ],
    consequences: ({ record, words }) => [
      words.t('orgs.then_closed', { children: record.children, staff: staffText(record) }),
    ],
    isDanger: true,
    commit: closeOrganisation,
    done: 'orgs.done_close',
  }),
  designate: organisationAct({
    title: 'orgs.designate',
    schema: designateForm,
    fields: ({ record, day, words }) => placeable(record) && designationFields(day, words),
    commit: designateSchool,
    done: 'orgs.done_designate',
  }),
  'end-designation': organisationAct({
    title: 'orgs.act_end-designation',
    schema: endDesignationForm,
    fields: endDesignationFields,
    commit: endDesignation,
    done: 'orgs.done_end-designation',
  }),
  figures: organisationAct({
    title: 'orgs.figures',
    schema: figuresForm,
    fields: ({ record, day, words }) =>
      record.abilities.canManage ? figureFields(record, day, words) : null,
    commit: setFigures,
    done: 'orgs.done_figures',
  }),
}

/** A new organisation below the one whose record is given. */
export function newOrganisationView({ record, words }: OrganisationActPage): FormView {
  const { t, locale } = words
  const kinds = optionsOf('orgKind', locale, (kind) => record.abilities.canMake.includes(kind))
  const fields = [
    choice('orgKind', 'kind', 'orgs.kind', words, { required: true, options: kinds }),
    field('text', 'code', 'orgs.code', words, { required: true, hint: t('orgs.hint_code') }),
    ...factFields({ isPublic: true, stages: [] }, words),
  ]
  const view = formOf('orgs.act_new', record, [{ id: 'new', fields }], words, false)
  return { ...view, title: t('orgs.new'), intro: t('orgs.new_below', { name: record.name }) }
}

export function postNewOrganisation(form: FormData, { actor, record }: OrganisationActPage) {
  return runAct(form, actor, {
    schema: newOrganisationForm,
    given: { parentId: record.id },
    commit: async (value) => {
      const { db } = await database()
      const outcome = await createOrganisation(db, actor, value)
      if (!outcome.ok) return refusalOf(outcome.reason)
      const href = `/organisations/${outcome.organisationId}`
      return { ok: true, response: await redirectWithToast(href, 'orgs.done_new', { name: value.name }) }
    },
  })
}

function placeable(record: OrganisationRecord): true | null {
  return record.abilities.canPlace && !record.closedOn ? true : null
}

function staffText({ staff }: OrganisationRecord): string {
  return `${staff.count}${staff.more ? '+' : ''}`
}

type Facts = Partial<Pick<OrganisationRecord, 'name' | 'schoolKind' | 'placeType' | 'openedOn'>> &
  Pick<OrganisationRecord, 'isPublic' | 'stages'>

function factFields(values: Facts, words: Words): FieldView[] {
  const { t, locale } = words
  return [
    field('text', 'name', 'orgs.name', words, { required: true, value: values.name }),
    choice('schoolKind', 'schoolKind', 'orgs.school_kind', words, { value: values.schoolKind ?? undefined }),
    field('checks', 'stages', 'orgs.stages', words, {
      values: values.stages,
      options: optionsOf('stage', locale),
    }),
    choice('placeType', 'placeType', 'orgs.place', words, { value: values.placeType ?? undefined }),
    field('check', 'isPublic', 'orgs.public', words, { value: values.isPublic ? 'yes' : undefined }),
    field('date', 'openedOn', 'orgs.opened', words, {
      value: values.openedOn ?? undefined,
      hint: t('orgs.hint_optional'),
    }),
  ]
}

const documentField = (words: Words) => field('text', 'documentNo', 'orgs.document', words)

function designationFields(day: PlainDate, words: Words): FieldView[] {
  const options = DESIGNATIONS.map((kind) => ({ value: kind, label: words.t(`orgs.${kind}`) }))
  const emptyLabel = words.t('staff.choose')
  return [
    field('select', 'kind', 'orgs.designation', words, { required: true, options, emptyLabel }),
    field('date', 'validFrom', 'orgs.from', words, { required: true, value: day }),
    field('date', 'validTo', 'orgs.to', words, { hint: words.t('staff.hint_until') }),
    documentField(words),
  ]
}

function endDesignationFields({ record, day, words }: OrganisationActPage): FieldView[] | null {
  const running = record.designationHistory.filter((one) => one.validTo === null)
  if (!record.abilities.canPlace || running.length === 0) return null
  const options = running.map((one) => {
    const since = words.t('staff.since', { day: formatDay(one.validFrom, words.locale) })
    return { value: one.id, label: `${words.t(one.kind === 'weak' ? 'orgs.weak' : 'orgs.small')}　${since}` }
  })
  return [
    field('select', 'designationId', 'orgs.designation', words, {
      required: true,
      options,
      value: options[0]?.value,
    }),
    field('date', 'day', 'staff.field_ends_on', words, { required: true, value: day }),
  ]
}

function figureFields(record: OrganisationRecord, day: PlainDate, words: Words): FieldView[] {
  const { t, locale } = words
  const year = schoolYearOf(day)
  const years = [year, year - 1, year - 2].map((from) => ({
    value: String(from),
    label: t('orgs.school_year_is', { from, to: from + 1 }),
  }))
  const stages = optionsOf('stage', locale, (stage) => record.stages.includes(stage))
  const number = (name: 'classes' | 'pupils' | 'boarders', extras = {}) =>
    field('number', name, `orgs.${name}`, words, { required: true, min: 0, ...extras })
  return [
    field('select', 'schoolYear', 'orgs.school_year', words, {
      required: true,
      options: years,
      value: String(year),
      hint: t('orgs.figures_about'),
    }),
    field('select', 'stage', 'orgs.stage', words, {
      required: true,
      options: stages.length > 0 ? stages : optionsOf('stage', locale),
      value: stages[0]?.value,
    }),
    number('classes'),
    number('pupils'),
    number('boarders', { value: '0' }),
  ]
}
