/** The forms of exemptions as their pages need them, and how a rule's refusal is told. */
import type { Refused } from '#app/platform/acts/outcome.ts'
import { addDays } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ExemptionRefusal } from '../exemption.ts'
import type { ExemptionRecord } from '../exemptions.queries.server.ts'
import { endExemptionForm, exemptionForm } from '../forms.ts'
import { kindGroups } from './exemption-pages.server.ts'

/** `staffNumber` is whom the address names; `megabytes` how large the proof may be. */
export function exemptionFormView(staffNumber: string, megabytes: number, words: Words): FormView {
  const { t } = words
  return {
    title: t('exemption.new'),
    trail: [{ href: '/exchange/exemptions', label: t('exemption.title') }],
    intro: t('exemption.new_about'),
    sections: drawSections(exemptionForm.sections, words, {
      values: { staffNumber },
      fields: {
        kind: { groups: kindGroups(words) },
        proof: {
          hint: t('exemption.proof_hint', { megabytes }),
          accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png',
          mostMegabytes: megabytes,
        },
      },
    }),
    submitLabel: t('exemption.save'),
    sendingLabel: t('exemption.saving'),
    cancelHref: '/exchange/exemptions',
  }
}

/** Ends an exemption early, where `canEnd`. */
export function endExemptionView(found: ExemptionRecord, words: Words): FormView {
  const { t } = words
  const { version, validFrom, validTo } = found
  return {
    title: t('exemption.end'),
    ...{ trail: [], intro: '' },
    sections: drawSections(endExemptionForm.sections, words, {
      fields: { lastDay: { min: validFrom, max: addDays(validTo, -2) } },
    }),
    hidden: { version: String(version) },
    submitLabel: t('exemption.end_save'),
  }
}

const fieldOf: Partial<Record<ExemptionRefusal, string>> = {
  person_unknown: 'staffNumber',
  own_record: 'staffNumber',
  not_allowed: 'staffNumber',
  ends_before_start: 'lastDay',
  end_out_of_range: 'lastDay',
  too_long: 'lastDay',
  overlaps: 'validFrom',
  proof_missing: 'proof',
  proof_too_large: 'proof',
  proof_pixels: 'proof',
  proof_kind: 'proof',
}

/** A rule's refusal, at the field it is about. */
export function refusalOf({ reason, values }: Refused<ExemptionRefusal>, locale: Locale): ActRefusal {
  const latest = values?.latest
  const spoken = typeof latest === 'string' ? { latest: formatDay(latest, locale) } : values
  return { ok: false, key: `exemption.error_${reason}`, field: fieldOf[reason], values: spoken }
}
