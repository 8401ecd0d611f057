/** Benchmarks 公务员平均工资收入 as they were said, and the form that says one. */
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { attachmentPath } from '#app/platform/files/attachment.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import { id } from '#app/platform/forms/schemas.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { formatYuan } from '#app/platform/money.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { BenchmarkRefusal } from './benchmarks.commands.server.ts'
import { BENCHMARK_STATES, type BenchmarkState, PAY_PARTS, type PayPart } from './codes.ts'
import { inYuan } from './figures.ts'
import type { County } from './parity.queries.server.ts'

/** What is told of a benchmark, whichever way it is said. */
export const benchmarkFields = {
  countyId: fields.pick('pay.field_county', id),
  year: fields.count('pay.field_year', { min: 1990, max: 2100 }),
  state: fields.oneOf('radio', 'pay.field_state', BENCHMARK_STATES, (one) => `pay.benchmark_${one}`),
  documentNo: fields.text('pay.field_document', { hint: 'pay.field_document_hint' }),
  effectiveOn: fields.optionalDay('pay.field_effective', { hint: 'pay.field_effective_hint' }),
  note: fields.optionalArea('pay.field_note'),
} as const
const { countyId, year, state, documentNo, effectiveOn, note } = benchmarkFields

export const benchmarkForm = declareForm({
  sections: [
    {
      id: 'benchmark',
      fields: {
        ...{ countyId, year, state },
        fen: {
          ...fields.optionalMoney('pay.field_benchmark', { hint: 'pay.field_benchmark_hint' }),
          required: true,
        },
        ...{ documentNo, effectiveOn },
        paper: { ...fields.file('pay.field_paper', { hint: 'pay.field_paper_hint' }), required: false },
        note,
      },
    },
    {
      id: 'parts',
      title: 'pay.part_group',
      fields: {
        basic: fields.optionalMoney('pay.part_basic'),
        allowance: fields.optionalMoney('pay.part_allowance'),
        year_end: fields.optionalMoney('pay.part_year_end'),
        award: fields.optionalMoney('pay.part_award'),
        other: fields.optionalMoney('pay.part_other'),
      } satisfies Record<PayPart, unknown>,
    },
  ],
})

/** The parts among what was typed; an empty field is none. */
export function typedParts(value: Partial<Record<PayPart, number | null>>): Partial<Record<PayPart, number>> {
  const typed = PAY_PARTS.flatMap(({ code }) => {
    const fen = value[code]
    return fen == null ? [] : [[code, fen] as const]
  })
  return Object.fromEntries(typed)
}

export function benchmarkFormView(counties: readonly County[], today: PlainDate, words: Words): FormView {
  const { t } = words
  return {
    title: t('pay.benchmark_new'),
    trail: [{ href: '/pay/benchmarks', label: t('pay.benchmarks') }],
    intro: t('pay.benchmark_about'),
    sections: drawSections(benchmarkForm.sections, words, {
      values: { countyId: counties[0]?.id, year: String(Number(today.slice(0, 4)) - 1), state: 'final' },
      fields: { countyId: { options: counties.map((one) => ({ value: one.id, label: one.name })) } },
    }),
    submitLabel: t('pay.benchmark_save'),
    cancelHref: '/pay/benchmarks',
  }
}

const fieldOf: Partial<Record<BenchmarkRefusal, string>> = {
  not_allowed: 'countyId',
  no_amount: 'fen',
  year_ahead: 'year',
  final_early: 'state',
  same: 'fen',
  parts_differ: 'basic',
  people_few: 'list',
  paper_too_large: 'paper',
  paper_kind: 'paper',
  paper_pixels: 'paper',
}

export function benchmarkRefusal({ reason, values }: Refused<BenchmarkRefusal>): ActRefusal {
  return { ok: false, key: `pay.error_${reason}`, field: fieldOf[reason], values }
}

/** Every word of the counties on their benchmarks, the latest year and word first. */
function saidOf(db: Db, counties: readonly County[]) {
  return db.payBenchmark.findMany({
    where: { countyId: { in: counties.map((one) => one.id) } },
    include: { county: { select: { name: true } } },
    orderBy: [{ year: 'desc' }, { county: { code: 'asc' } }, { version: 'desc' }],
  })
}

export async function benchmarkLines(db: Db, counties: readonly County[], words: Words) {
  const { t, locale } = words
  const said = await saidOf(db, counties)
  const latest = new Set<string>()
  return said.map((one) => {
    const key = `${one.countyId} ${one.year}`
    const isLatest = !latest.has(key)
    latest.add(key)
    return {
      ...{
        key: one.id,
        county: one.county.name,
        year: String(one.year),
        amount: formatYuan(one.fen, locale),
      },
      state: t(`pay.benchmark_${one.state as BenchmarkState}`),
      version: t(isLatest ? 'pay.version_latest' : 'pay.version', { version: one.version }),
      ...{ isLatest, document: one.documentNo, note: one.note ?? '' },
      paperHref: one.paperId && attachmentPath(one.paperId),
      source: sourceText(one, words),
      by: t('pay.said_by', { name: one.setByName, at: formatMoment(one.setAt) }),
    }
  })
}

/** How it became known: typed, counted of so many people, or fetched. */
function sourceText(
  { source, people }: { source: string; people: number | null },
  { t, locale }: Words,
): string {
  if (source === 'people') return t('pay.source_people', { people: formatNumber(people ?? 0, locale) })
  return t(source === 'feed' ? 'pay.source_feed' : 'pay.source_typed')
}
export type BenchmarkLine = Awaited<ReturnType<typeof benchmarkLines>>[number]

export function benchmarkSheet(db: Db, counties: readonly County[], words: Words): SheetSpec {
  const { t } = words
  async function* rows() {
    for (const one of await saidOf(db, counties))
      yield [
        one.year,
        one.county.name,
        one.version,
        t(`pay.benchmark_${one.state as BenchmarkState}`),
        inYuan(one.fen),
        sourceText(one, words),
        one.documentNo,
        one.note ?? '',
        one.setByName,
        formatMoment(one.setAt),
      ]
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 12 }) as const
  return {
    sheetName: t('pay.benchmarks'),
    columns: [
      number(t('pay.col_year')),
      { heading: t('pay.col_county'), width: 20 },
      number(t('pay.col_version')),
      { heading: t('pay.col_benchmark_state'), width: 12 },
      number(t('pay.col_benchmark')),
      { heading: t('pay.col_source'), width: 16 },
      { heading: t('pay.col_document'), width: 28 },
      { heading: t('pay.field_note'), width: 28 },
      { heading: t('pay.col_by'), width: 16 },
      { heading: t('pay.col_at'), width: 18 },
    ],
    rows: rows(),
  }
}
