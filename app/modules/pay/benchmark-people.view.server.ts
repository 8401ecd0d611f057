/** The form that counts a benchmark of a list of people, and reads the list for it. */
import { createHash } from 'node:crypto'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { ReceivedFile } from '#app/platform/files/attachment.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { basisIn } from './basis.ts'
import type { BenchmarkWish } from './benchmarks.commands.server.ts'
import { benchmarkFields } from './benchmarks.view.server.ts'
import type { PayPart } from './codes.ts'
import { LIST_MOST_BYTES } from './paper.ts'
import { basisWords, type County } from './parity.queries.server.ts'
import { type CivilItem, type PeopleProblem, readPeople } from './people-file.server.ts'

const { countyId, year, state, documentNo, effectiveOn, note } = benchmarkFields
export const peopleForm = declareForm({
  sections: [
    {
      id: 'people',
      fields: {
        ...{ countyId, year, state },
        list: fields.file('pay.field_list', { hint: 'pay.field_list_hint' }),
        ...{ documentNo, effectiveOn, note },
      },
    },
  ],
})

export function peopleFormView(counties: readonly County[], today: PlainDate, words: Words): FormView {
  const { t } = words
  return {
    title: t('pay.benchmark_people'),
    trail: [{ href: '/pay/benchmarks', label: t('pay.benchmarks') }],
    intro: t('pay.benchmark_people_about'),
    sections: drawSections(peopleForm.sections, words, {
      values: { countyId: counties[0]?.id, year: String(Number(today.slice(0, 4)) - 1), state: 'final' },
      fields: {
        countyId: { options: counties.map((one) => ({ value: one.id, label: one.name })) },
        list: { accept: '.xlsx,.csv', mostMegabytes: LIST_MOST_BYTES >> 20 },
      },
    }),
    submitLabel: t('pay.benchmark_count'),
    cancelHref: '/pay/benchmarks',
  }
}

type Counted = Pick<BenchmarkWish, 'fen' | 'parts' | 'counted'>

/** The average of the list, by what counts in the county and year; or what is wrong with it, at its place. */
export async function countList(
  db: Db,
  county: County,
  year: number,
  list: ReceivedFile | null,
  { t }: Words,
): Promise<({ ok: true } & Counted) | ActRefusal> {
  if (!list || list.bytes.length === 0) return { ok: false, key: 'pay.error_list_missing', field: 'list' }
  if (list.bytes.length > LIST_MOST_BYTES)
    return { ok: false, key: 'pay.error_list_too_large', field: 'list' }
  const read = await readPeople(list.bytes, await civilItems(db, county, year))
  if (!read.ok) return { ok: false, field: 'list', ...refusalOf(read.problem, t) }
  const { fen, parts, people } = read.counted
  return {
    ...{ ok: true, fen: Number(fen) },
    parts: Object.fromEntries(Object.entries(parts).map(([part, amount]) => [part, Number(amount)])),
    counted: { people, fileSha256: createHash('sha256').update(list.bytes).digest('hex') },
  }
}

async function civilItems(db: Db, county: County, year: number): Promise<CivilItem[]> {
  const [found, words] = await Promise.all([
    db.payItem.findMany({ where: { side: { not: 'teacher' } }, orderBy: { id: 'asc' } }),
    basisWords(db, [county]),
  ])
  const items = found.map((one) => ({ ...one, part: one.part as PayPart }))
  const basis = basisIn(year, items, words(county.id))
  return items.map((item) => ({ ...item, counts: basis.get(item.id)?.counts ?? false }))
}

function refusalOf(problem: PeopleProblem, t: Words['t']): Pick<ActRefusal, 'key' | 'values'> {
  switch (problem.code) {
    case 'sheet': {
      const { code, limit = 0, rowNumber = 0 } = problem.problem
      return {
        key: 'pay.error_list_sheet',
        values: { why: t(`import.problem_${code}`, { limit, rowNumber }) },
      }
    }
    case 'row': {
      const { rowNumber: row, heading, text } = problem
      return { key: 'pay.error_list_row', values: { row, heading, text } }
    }
    default:
      return { key: `pay.error_list_${problem.code}` }
  }
}
