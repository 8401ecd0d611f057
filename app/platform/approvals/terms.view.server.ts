/** The school calendar as its page shows it: the terms that are told, and the form that tells one. */
import type { Refused } from '#app/platform/acts/outcome.ts'
import { schoolTerms } from '#app/platform/calendar/school-terms.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { type PlainDate, schoolYearOf, type Term } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { termForm } from './forms.ts'
import type { TermRefusal } from './terms.commands.server.ts'

const YEARS_BEFORE = 1
const YEARS_SHOWN = 4

/** `2026-autumn`. */
export const termCode = ({ schoolYear, season }: Term) => `${schoolYear}-${season}`

/** Null for what is none. */
export function termOfCode(code: string): Term | null {
  const [, year, season] = /^(20\d\d)-(autumn|spring)$/.exec(code) ?? []
  return year ? { schoolYear: Number(year), season: season === 'spring' ? 'spring' : 'autumn' } : null
}

const nameOf = (term: Term, { t }: Words) =>
  t(`school_term.${term.season}`, { from: term.schoolYear, to: term.schoolYear + 1 })

export async function termsView(db: Db, keeps: boolean, today: PlainDate, words: Words) {
  const terms = await schoolTerms(db)
  return {
    rows: terms.map((one) => ({
      id: termCode(one),
      term: nameOf(one, words),
      first: formatDay(one.firstDay, words.locale),
      last: formatDay(one.lastDay, words.locale),
      source: one.source,
    })),
    form: keeps ? termFormView(today, words) : null,
  }
}
export type TermsView = Awaited<ReturnType<typeof termsView>>

export function termFormView(today: PlainDate, words: Words): FormView {
  const first = schoolYearOf(today) - YEARS_BEFORE
  const options = Array.from({ length: YEARS_SHOWN }, (_, at) => first + at).flatMap((schoolYear) =>
    (['autumn', 'spring'] as const).map((season) => {
      const term = { schoolYear, season }
      return { value: termCode(term), label: nameOf(term, words) }
    }),
  )
  return {
    ...{ title: words.t('school_term.new'), trail: [], intro: '', hidden: { which: 'term' } },
    sections: drawSections(termForm.sections, words, { fields: { term: { options } } }),
    submitLabel: words.t('school_term.save'),
  }
}

const fieldOf: Record<TermRefusal, string> = {
  ...{ not_allowed: '', not_found: '', overlaps: 'termFirst' },
  ...{ ends_before_start: 'termLast', outside_half_year: 'termFirst' },
}

export function termRefusal({ reason }: Refused<TermRefusal>): ActRefusal {
  return { ok: false, key: `school_term.error_${reason}`, field: fieldOf[reason] }
}
