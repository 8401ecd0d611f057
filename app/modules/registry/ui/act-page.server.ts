/** An act on a person, as its page needs it: the form as it stands now, and what becomes of a posted one. */
import type { Actor } from '#app/platform/access/actor.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { type Drawing, drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormSpec } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { type ActRefusal, runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { ServerKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { StaffOutcome, StaffRefusal } from '../staff-outcome.ts'
import type { StaffRecord } from '../staff-record.ts'
import { personHref } from './acts.ts'
import { headlineOf } from './person-view.server.ts'

/** Whose record, read by whom, on which day; `periodId` names what is corrected or ended. */
export type ActPage = {
  db: PrismaClient
  actor: Actor
  record: StaffRecord
  day: PlainDate
  words: Words
  periodId: string | null
}

export type PersonAct = {
  /** Null where there is nothing to act on, e.g. a period that is gone. */
  view: (page: ActPage) => Promise<FormView | null>
  post: (request: Request, page: ActPage, view: FormView) => ReturnType<typeof runForm>
}

type Start = Drawing & Pick<FormView, 'why' | 'notice'>

type Parts<Value extends object> = {
  /** The name of the act; also the submit button's word. */
  title: ServerKey
  form: FormSpec<Value>
  /** What the form starts with; null where there is nothing to act on. */
  start: (page: ActPage) => Promise<Start | null> | Start | null
  /** Left out: written at once, without check-your-answers. */
  consequences?: (page: ActPage, value: Value) => string[]
  /** Whether something is taken away or ended. */
  isDanger?: (value: Value) => boolean
  commit: (db: PrismaClient, actor: Actor, value: Value) => Promise<StaffOutcome>
  done: ServerKey
}

/** One act on a person from its parts. What all of them share stands here once. */
export function personAct<Value extends object>(parts: Parts<Value>): PersonAct {
  const { form, consequences } = parts
  return {
    async view(page) {
      const { record, words } = page
      const start = await parts.start(page)
      if (!start) return null
      const { why, notice, ...drawing } = start
      const { t } = words
      return {
        title: t(parts.title),
        trail: [
          { href: '/staff', label: t('staff.list_title') },
          { href: personHref(record.personId), label: record.name },
        ],
        intro: `${record.name}　${headlineOf(record, words)}`,
        ...{ why, notice },
        sections: drawSections(form.sections, words, drawing),
        hidden: { version: String(record.version) },
        submitLabel: t(consequences ? 'form.go_on' : 'app.save'),
        cancelHref: personHref(record.personId),
      }
    },
    post(request, page, view) {
      const { actor, record, periodId, words } = page
      return runForm(request, actor, {
        ...{ spec: form, view, words },
        known: Object.keys(record.organisationNames),
        given: { personId: record.personId, ...(periodId && { periodId }) },
        consequences: consequences && ((value) => consequences(page, value)),
        isDanger: parts.isDanger,
        commit: async (value) => {
          const { db } = await database()
          const outcome = await parts.commit(db, actor, value)
          if (!outcome.ok) return refusalOf(outcome.reason)
          const href = personHref(record.personId)
          return { ok: true, answer: await redirectWithToast(href, parts.done, { name: record.name }) }
        },
      })
    },
  }
}

/** Where a refusal is shown: at the field that can mend it, or over the whole form. */
const fieldOf: Partial<Record<StaffRefusal, string>> = {
  same_identity_number: 'idNumber',
  organisation_unknown: 'workOrgId',
  organisation_closed: 'workOrgId',
  before_birth: 'validFrom',
  same_day: 'validFrom',
  overlaps: 'validFrom',
}

export function refusalOf(reason: StaffRefusal): ActRefusal {
  const isConflict = reason === 'changed_meanwhile'
  return { ok: false, key: `registry.refused.${reason}`, field: fieldOf[reason], isConflict }
}
