/** An act on a person, as its page needs it: the form as it stands now, and what becomes of a posted one. */
import type { z } from 'zod'
import type { Actor } from '#app/platform/access/actor.ts'
import { database } from '#app/platform/database/client.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { FormReply } from '#app/platform/http/form-reply.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { MessageKey } from '#app/platform/i18n/translate.ts'
import type { StaffOutcome, StaffRefusal } from '../staff-outcome.ts'
import type { StaffRecord } from '../staff-record.ts'
import { type ActRefusal, runAct } from './act-flow.server.ts'
import { personHref } from './acts.ts'
import { checkLines } from './check-lines.ts'
import type { Words } from './field-kit.ts'
import type { CheckView, FormView } from './form-view.ts'
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
  post: (form: FormData, page: ActPage, view: FormView) => ReturnType<typeof runAct>
}

type Parts<Value extends object> = {
  /** The name of the act; also the submit button's word. */
  title: MessageKey
  schema: z.ZodType<Value>
  organisations?: readonly string[]
  sections: (page: ActPage) => Promise<Pick<FormView, 'sections' | 'why' | 'notice'> | null>
  /** Left out: written at once, without check-your-answers. */
  consequences?: (page: ActPage, value: Value) => string[]
  /** Whether something is taken away or ended. */
  isDanger?: (value: Value) => boolean
  commit: (db: PrismaClient, actor: Actor, value: Value) => Promise<StaffOutcome>
  done: MessageKey
}

/** One act on a person from its parts. What all of them share stands here once. */
export function personAct<Value extends object>(parts: Parts<Value>): PersonAct {
  return {
    async view(page) {
      const { record, words } = page
      const content = await parts.sections(page)
      if (!content) return null
      const { t } = words
      return {
        title: t(parts.title),
        trail: [
          { href: '/staff', label: t('staff.list_title') },
          { href: personHref(record.personId), label: record.name },
        ],
        intro: `${record.name}　${headlineOf(record, words)}`,
        ...content,
        hidden: { version: String(record.version) },
        submitLabel: t(parts.consequences ? 'staff.go_on' : 'staff.save'),
        cancelHref: personHref(record.personId),
      }
    },
    post(form, page, view) {
      const { actor, record, periodId } = page
      return runAct<Value>(form, actor, {
        schema: parts.schema,
        organisations: parts.organisations,
        knownOrganisations: Object.keys(record.organisationNames),
        given: { personId: record.personId, ...(periodId && { periodId }) },
        hidden: view.hidden,
        check: parts.consequences && ((values, value) => checkView(parts, page, view, { values, value })),
        commit: async (value) => {
          const { db } = await database()
          const outcome = await parts.commit(db, actor, value)
          if (!outcome.ok) return refusalOf(outcome.reason)
          const href = personHref(record.personId)
          return { ok: true, response: await redirectWithToast(href, parts.done, { name: record.name }) }
        },
      })
    },
  }
}

function checkView<Value extends object>(
  parts: Parts<Value>,
  page: ActPage,
  view: FormView,
  { values, value }: { values: FormReply['values']; value: Value },
): CheckView {
  const { t } = page.words
  return {
    title: t('staff.check_title', { act: view.title }),
    lines: checkLines(view.sections, values, t),
    consequences: parts.consequences?.(page, value) ?? [],
    confirmLabel: t('staff.confirm', { act: view.title }),
    isDanger: parts.isDanger?.(value) ?? false,
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
