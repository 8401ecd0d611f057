/** The forms that draw up a report, send it on its way, and remove a draft. */
import { z } from 'zod'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id, version } from '#app/platform/forms/schemas.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { County } from '../parity.queries.server.ts'
import { REPORT_ACTS, type ReportAct } from './report.view.server.ts'
import type { ReportRefusal } from './reports.commands.server.ts'
import type { FoundReport } from './reports.queries.server.ts'

export const drawUpForm = declareForm({
  sections: [
    {
      id: 'report',
      fields: {
        countyId: fields.pick('pay.field_county', id),
        year: fields.count('pay.field_year', { min: 1990, max: 2100 }),
      },
    },
  ],
})

export const reportActForm = declareForm({
  sections: [{ id: 'act', fields: {} }],
  sent: { version, act: z.enum(REPORT_ACTS, { error: 'form.invalid' }) },
})

const reportsCrumb = ({ t }: Words) => ({ href: '/pay/reports', label: t('pay.reports') })

export function drawUpView(counties: readonly County[], today: PlainDate, words: Words): FormView {
  const { t } = words
  return {
    title: t('pay.report_new'),
    trail: [reportsCrumb(words)],
    intro: t('pay.report_new_about'),
    sections: drawSections(drawUpForm.sections, words, {
      values: { countyId: counties[0]?.id, year: String(Number(today.slice(0, 4)) - 1) },
      fields: { countyId: { options: counties.map((one) => ({ value: one.id, label: one.name })) } },
    }),
    submitLabel: t('pay.report_draw'),
    cancelHref: '/pay/reports',
  }
}

export function reportActView({ report, figures }: FoundReport, act: ReportAct, words: Words): FormView {
  const { t } = words
  const href = `/pay/reports/${report.id}`
  const title = t('pay.report_title', { county: figures.countyName, year: report.year })
  return {
    title: t(`pay.act_${act}`),
    trail: [reportsCrumb(words), { href, label: title }],
    intro: t(`pay.follows_${act}`),
    sections: [],
    hidden: { version: String(report.version), act },
    submitLabel: t(`pay.act_${act}`),
    cancelHref: href,
  }
}

const fieldOf: Partial<Record<ReportRefusal, string>> = {
  not_allowed: 'countyId',
  year_ahead: 'year',
  nobody_paid: 'year',
  not_the_ledger: 'year',
}

export function reportRefusal({ reason }: Refused<ReportRefusal>): ActRefusal {
  return { ok: false, key: `pay.error_${reason}`, field: fieldOf[reason], isConflict: reason === 'stale' }
}
