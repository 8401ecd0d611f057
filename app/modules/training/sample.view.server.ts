/** Samples in the reader's words, and their forms. */
import { type Actor, canSomewhere } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { addMonths, type PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id } from '#app/platform/forms/schemas.ts'
import { formatDay, formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { ListSheet } from '#app/platform/lists/shown-sheet.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { hoursText } from './hours.view.server.ts'
import type { SampleRefusal } from './samples.commands.server.ts'
import { type DrawnRow, listSamples, type SampleRecord, type SampleRow } from './samples.queries.server.ts'
import { TENTHS } from './training-policy.ts'

export const drawForm = declareForm({
  sections: [
    {
      id: 'draw',
      fields: {
        countyId: fields.pick('training.field_county', id),
        firstDay: fields.day('training.field_from'),
        lastDay: fields.day('training.field_until'),
        seed: fields.text('training.field_seed', { hint: 'training.field_seed_hint' }),
      },
    },
  ],
})

export const judgeForm = declareForm({
  sections: [
    {
      id: 'judge',
      fields: {
        verdict: fields.oneOf(
          'radio',
          'training.field_verdict',
          ['upheld', 'failed'],
          (one) => `training.verdict_${one}`,
        ),
        note: fields.optionalText('training.field_verdict_note', { longest: 200 }),
      },
    },
  ],
  rule: (object) =>
    object.refine(({ verdict, note }) => verdict === 'upheld' || note !== null, {
      path: ['note'],
      message: 'form.required',
    }),
})

export function drawView(
  counties: readonly { id: string; name: string }[],
  today: PlainDate,
  words: Words,
): FormView {
  const { t } = words
  return {
    title: t('training.draw'),
    trail: [{ href: '/training/samples', label: t('training.samples') }],
    intro: t('training.draw_about'),
    sections: drawSections(drawForm.sections, words, {
      values: { countyId: counties[0]?.id, firstDay: addMonths(today, -1), lastDay: today, seed: today },
      fields: { countyId: { options: counties.map((one) => ({ value: one.id, label: one.name })) } },
    }),
    submitLabel: t('training.draw_save'),
    cancelHref: '/training/samples',
  }
}

export function judgeView(words: Words): FormView {
  return {
    ...{
      title: words.t('training.judge'),
      trail: [],
      intro: '',
      submitLabel: words.t('training.judge_save'),
    },
    sections: drawSections(judgeForm.sections, words),
  }
}

export function sampleRefusalOf({ reason }: Refused<SampleRefusal>): ActRefusal {
  const field =
    reason === 'ends_before_start' ? 'lastDay' : reason === 'nothing_there' ? 'firstDay' : undefined
  return { ok: false, key: `training.error_${reason}`, field }
}

const percent = (part: number, whole: number) => (whole === 0 ? '0%' : `${Math.round((part / whole) * 100)}%`)

export function sampleRowView(row: SampleRow, { locale }: Words) {
  return {
    id: row.id,
    href: `/training/samples/${row.id}`,
    county: row.county,
    days: `${row.firstDay} – ${row.lastDay}`,
    drawnAt: formatMoment(row.drawnAt),
    drawnBy: row.drawnBy,
    drawn: formatNumber(row.drawn, locale),
    judged: formatNumber(row.judged, locale),
    failed: formatNumber(row.failed, locale),
  }
}
export type SampleRowView = ReturnType<typeof sampleRowView>

export async function sampleListView(db: Db, actor: Actor, words: Words) {
  const rows = await listSamples(db, actor)
  return {
    rows: rows.map((row) => sampleRowView(row, words)),
    total: words.t('training.total_samples', { total: rows.length }),
    canDraw: canSomewhere(actor, 'training:sample'),
  }
}
export type SampleListView = Awaited<ReturnType<typeof sampleListView>>

const tones: Record<'upheld' | 'failed' | 'open', Tone> = { upheld: 'green', failed: 'red', open: 'amber' }

export function drawnRowView(row: DrawnRow, sampleId: string, words: Words) {
  const { t } = words
  const state = row.verdict ?? 'open'
  return {
    id: row.entryId,
    href: `/training/samples/${sampleId}/${row.entryId}`,
    ...{ name: row.name, number: row.staffNumber, school: row.school, title: row.title },
    hours: hoursText(row.tenths, words),
    why: t(row.isWhole ? 'training.drawn_whole' : 'training.drawn_chance'),
    verdict: { label: t(`training.verdict_${state}`), tone: tones[state] },
    note: row.note ?? '',
  }
}
export type DrawnRowView = ReturnType<typeof drawnRowView>

export function sampleView(found: SampleRecord, words: Words) {
  const { t, locale } = words
  const { rows } = found
  const failed = rows.filter(({ verdict }) => verdict === 'failed').length
  const judged = rows.filter(({ verdict }) => verdict !== null).length
  const days = t('training.days_between', {
    from: formatDay(found.firstDay, locale),
    to: formatDay(found.lastDay, locale),
  })
  return {
    title: t('training.sample_of', { county: found.county }),
    about: days,
    facts: [
      { term: t('training.field_seed'), value: found.seed },
      { term: t('training.sample_share'), value: percent(found.share, 1) },
      { term: t('training.sample_judged'), value: `${judged} / ${rows.length}` },
      { term: t('training.sample_failed'), value: `${failed}（${percent(failed, judged)}）` },
    ],
    exportHref: `/training/samples/${found.id}/export.xlsx`,
    rows: rows.map((row) => drawnRowView(row, found.id, words)),
    total: t('training.total', { total: rows.length }),
  }
}
export type SampleView = ReturnType<typeof sampleView>

export function samplesSheet(db: Db, actor: Actor, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for (const row of await listSamples(db, actor)) {
      yield [
        row.county,
        row.firstDay,
        row.lastDay,
        formatMoment(row.drawnAt),
        row.drawnBy,
        row.drawn,
        row.judged,
        row.failed,
      ]
    }
  }
  return {
    sheetName: t('training.samples'),
    columns: [
      { heading: t('training.field_county') },
      { heading: t('training.field_from'), shows: 'days', kind: 'date' },
      { heading: t('training.field_until'), shows: 'days', kind: 'date' },
      { heading: t('training.col_drawn_at'), shows: 'drawnAt' },
      { heading: t('training.col_drawn_by'), shows: 'drawnBy' },
      { heading: t('training.col_drawn'), shows: 'drawn', kind: 'number' },
      { heading: t('training.sample_judged'), shows: 'judged', kind: 'number' },
      { heading: t('training.sample_failed'), shows: 'failed', kind: 'number' },
    ],
    rows: rows(),
  }
}

export function drawnSheet(found: Pick<SampleRecord, 'id' | 'rows'>, words: Words): ListSheet {
  const { t } = words
  async function* rows() {
    for (const row of found.rows) {
      const { number, name, school, title, why, verdict, note } = drawnRowView(row, found.id, words)
      yield [number, name, school, title, row.tenths / TENTHS, why, verdict.label, note]
    }
  }
  return {
    sheetName: t('training.sample'),
    columns: [
      { heading: t('training.col_number'), shows: 'number' },
      { heading: t('training.col_name') },
      { heading: t('training.col_school'), shows: 'school', width: 28 },
      { heading: t('training.col_title'), shows: 'title', width: 32 },
      { heading: t('training.col_hours'), shows: 'hours', kind: 'number' },
      { heading: t('training.col_why_drawn'), shows: 'why' },
      { heading: t('training.col_verdict'), shows: 'verdict' },
      { heading: t('training.field_verdict_note'), shows: 'note', width: 32 },
    ],
    rows: rows(),
  }
}
