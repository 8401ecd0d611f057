/** The form of an exemption as it arrives, with its file, and how it is refused. */
import type { Keyed, Refused } from '#app/platform/acts/outcome.ts'
import type { ReceivedFile } from '#app/platform/files/attachment.server.ts'
import { type ReadForm, readForm, refusal } from '#app/platform/http/form.server.ts'
import type { FormReply } from '#app/platform/http/form-reply.ts'
import { formatDay } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ExemptionRefusal } from './exemption.ts'
import type { ExemptionWish } from './exemptions.commands.server.ts'
import { exemptionForm } from './forms.ts'

/** What is wrong with the words is told first; the file is looked at when it is recorded. */
export function readExemption(form: FormData, proof: ReceivedFile | null): ReadForm<ExemptionWish & Keyed> {
  const read = readForm(form, exemptionForm)
  return read.ok ? { ok: true, value: { ...read.value, proof } } : read
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
  proof_kind: 'proof',
}

/** A rule's refusal, at the field it is about; what was typed stays. */
export function refusedExemption(
  form: FormData,
  { reason, values }: Refused<ExemptionRefusal>,
  locale: Locale,
): FormReply {
  const reply = refusal(form, `exemption.error_${reason}`, fieldOf[reason])
  if (typeof values?.latest !== 'string') return { ...reply, messageValues: values }
  return { ...reply, messageValues: { latest: formatDay(values.latest, locale) } }
}
