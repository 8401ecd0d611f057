/** The form of a training: what its kind asks, and no more; and how a refusal is told at its field. */
import { z } from 'zod'
import { codeLabel, isCodeOf } from '#app/modules/registry/index.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm, type ValueOf } from '#app/platform/forms/form-spec.ts'
import type { FieldView, FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { version } from '#app/platform/forms/schemas.ts'
import { withDays } from '#app/platform/i18n/with-days.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Option } from '#app/ui/field.tsx'
import {
  DAY_PARTS,
  EVIDENCE,
  isTrainingKind,
  kindOf,
  TRAINING_CATEGORIES,
  TRAINING_KINDS,
  TRAINING_LEVELS,
  type TrainingKind,
} from './codes.ts'
import type { EntryView } from './entries.queries.server.ts'
import type { EntryFacts, EntryRefusal } from './entry.ts'
import { TENTHS } from './training-policy.ts'

const LONGEST_NOTE = 500

const oneOfList = <Code extends string>(list: readonly { code: Code; zh: string; en: string }[]) =>
  z.string({ error: 'form.required' }).refine((text): text is Code => isCodeOf(list, text), 'form.required')
const optionsOf = (list: readonly { code: string; zh: string; en: string }[], { locale }: Words): Option[] =>
  list.map(({ code, zh, en }) => ({ value: code, label: locale === 'en' ? en : zh }))

/** All that any kind asks. What a kind does not ask is not drawn, and not missed: `factsIn` and the rule say what must be there. */
export const entryForm = declareForm({
  sections: [
    {
      id: 'entry',
      fields: {
        title: fields.text('training.field_title'),
        level: {
          ...fields.pick('training.field_level', oneOfList(TRAINING_LEVELS)),
          options: (words) => optionsOf(TRAINING_LEVELS, words),
        },
        category: {
          ...fields.pick('training.field_category', oneOfList(TRAINING_CATEGORIES)),
          options: (words) => optionsOf(TRAINING_CATEGORIES, words),
        },
        provider: fields.optionalText('training.field_provider'),
        startsOn: fields.day('training.field_starts'),
        lastDay: fields.day('training.field_last'),
        part: fields.oneOf(
          'select',
          'training.field_part',
          [...DAY_PARTS, 'spread'],
          (one) => `training.part_${one}`,
        ),
        hours: fields.hours('training.field_hours'),
        evidence: fields.oneOf(
          'radio',
          'training.field_evidence',
          EVIDENCE,
          (one) => `training.evidence_${one}`,
        ),
        note: fields.optionalArea('training.field_note', {
          longest: LONGEST_NOTE,
          hint: 'training.field_note_hint',
        }),
        proof: fields.file('training.field_proof'),
      },
    },
  ],
  sent: { kind: z.string().refine(isTrainingKind, 'form.invalid') },
})

export type EntryForm = ValueOf<typeof entryForm>

/** What the fields of a kind say that are not drawn. */
export function givenBy(kind: TrainingKind): Record<string, string> {
  const { isSchools, takesTime } = kindOf(kind)
  return { kind, ...(isSchools && { level: 'school' }), ...(!takesTime && { part: 'spread' }) }
}

export function factsIn({ hours, proof: _, ...value }: EntryForm): EntryFacts {
  return { ...value, tenths: hours }
}

export type EntryStart = Partial<Omit<EntryFacts, 'kind'>>

/** What the next of a kind begins with, of one that was reported before: all but its days. */
export function copyOf(entry: EntryView): EntryStart {
  const { title, level, category, provider, part, tenths, evidence } = entry
  return { title, level, category, provider, part, tenths, evidence }
}

type FormAround = {
  kind: TrainingKind
  start: EntryStart
  megabytes: number
  /** Of a returned entry: its version, its proof's name, and why it came back. */
  corrects?: { id: string; version: number; proof: string | null; reason: string }
}

export function entryFormView({ kind, start, megabytes, corrects }: FormAround, words: Words): FormView {
  const { t, locale } = words
  const { takesTime, isSchools, needsProvider, needsProof, needsNote, isScreen } = kindOf(kind)
  const { tenths, ...rest } = start
  const sections = drawSections(entryForm.sections, words, {
    values: {
      part: 'day',
      evidence: 'attended',
      ...rest,
      hours: tenths === undefined ? undefined : tenths / TENTHS,
    },
    fields: {
      title: { label: t(`training.title_of_${kind}`) },
      provider: {
        required: needsProvider,
        label: t(`training.provider_of_${kind === 'lesson' || kind === 'paper' ? kind : 'course'}`),
      },
      part: { options: DAY_PARTS.map((value) => ({ value, label: t(`training.part_${value}`) })) },
      evidence: { hint: isScreen ? t('training.screen_hint') : undefined },
      note: { required: needsNote },
      proof: {
        required: needsProof && !corrects?.proof,
        hint: corrects?.proof
          ? t('training.proof_kept', { name: corrects.proof })
          : t('training.proof_hint', { megabytes }),
        accept: 'image/jpeg,image/png,application/pdf,.pdf,.jpg,.jpeg,.png',
        mostMegabytes: megabytes,
      },
    },
  })
  const asked = ({ name }: FieldView) =>
    !(
      (name === 'level' && isSchools) ||
      (name === 'part' && !takesTime) ||
      (name === 'provider' && !needsProvider)
    )
  const word = codeLabel(TRAINING_KINDS, kind, locale)
  return {
    title: corrects ? t('training.correct', { kind: word }) : t('training.report', { kind: word }),
    trail: [{ href: '/me/hours', label: t('training.mine') }],
    intro: t(`training.about_${kind}`),
    notice: corrects && { word: t('training.came_back'), text: corrects.reason, tone: 'warning' },
    sections: sections.map((section) => ({ ...section, fields: section.fields.filter(asked) })),
    hidden: corrects && { version: String(corrects.version) },
    submitLabel: t('training.submit'),
    sendingLabel: t('training.submitting'),
    cancelHref: corrects ? `/me/hours/${corrects.id}` : '/me/hours',
  }
}

const fieldOf: Partial<Record<EntryRefusal, string>> = {
  ...{ hours_none: 'hours', hours_too_many: 'hours', part_of_one_day: 'part', ends_before_start: 'lastDay' },
  ...{ in_future: 'lastDay', before_service: 'startsOn', year_closed: 'lastDay', overlaps: 'startsOn' },
  ...{ provider_missing: 'provider', note_missing: 'note' },
  ...{ proof_missing: 'proof', proof_too_large: 'proof', proof_kind: 'proof' },
  proof_pixels: 'proof',
}

/** A rule's refusal, at the field it is about. */
export function entryRefusalOf({ reason, values }: Refused<EntryRefusal>, { locale }: Words): ActRefusal {
  return {
    ...{ ok: false, key: `training.error_${reason}`, field: fieldOf[reason] },
    values: withDays(values ?? {}, locale),
    isConflict: reason === 'changed_meanwhile',
  }
}

const reason = fields.area('training.field_reason')

/** Approving needs nothing but the version that was looked at. */
export const approveForm = declareForm({ sections: [{ id: 'approve', fields: {} }], sent: { version } })
export const returnForm = declareForm({ sections: [{ id: 'return', fields: { reason } }], sent: { version } })
export const withdrawForm = declareForm({ sections: [{ id: 'withdraw', fields: {} }], sent: { version } })
