/** Which items count 口径 at a place in a year, with why; and the form that changes one, which first shows what that does to every ratio. */

import { codeLabel } from '#app/modules/registry/index.ts'
import { type Actor, can } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SheetSpec } from '#app/platform/sheets/sheet-spec.ts'
import type { BasisRefusal, BasisWish } from './basis.commands.server.ts'
import { type BasisWord, basisIn } from './basis.ts'
import { reasonText } from './basis-text.ts'
import { PAY_PARTS } from './codes.ts'
import { ratioText } from './figures.ts'
import { basisWords, type County, type Item, paritiesOf, payItems } from './parity.queries.server.ts'

/** A county, zone or prefecture whose own word is looked at. */
export type BasisPlace = {
  id: string
  code: string
  name: string
  kind: string
  prefectureId: string | null
  lineage: string[]
}

const CHOICES = ['counts', 'not', 'above'] as const

export const basisForm = declareForm({
  sections: [
    {
      id: 'basis',
      fields: {
        choice: fields.oneOf('radio', 'pay.field_counts', CHOICES, (one) => `pay.choice_${one}`),
        fromYear: fields.count('pay.field_from_year', { min: 1990, max: 2100 }),
        reason: fields.area('pay.field_reason', { hint: 'pay.field_reason_hint' }),
        documentNo: fields.optionalText('pay.field_document'),
      },
    },
  ],
})

const countsOf = { counts: true, not: false, above: null } as const
export const chosenCounts = (choice: (typeof CHOICES)[number]) => countsOf[choice]

/** As a county stands among the words: the prefecture itself has none below it. */
const asCounty = ({ id, code, name, prefectureId, kind, lineage }: BasisPlace): County => ({
  ...{ id, code, name, lineage },
  prefectureId: kind === 'prefecture' ? null : prefectureId,
})

async function wordsAt(db: Db, place: BasisPlace): Promise<BasisWord[]> {
  const words = (await basisWords(db, [asCounty(place)]))(place.id)
  return place.kind === 'prefecture'
    ? words.map((word) => (word.level === 'county' ? { ...word, level: 'prefecture' } : word))
    : words
}

export async function basisView(
  db: Db,
  actor: Actor,
  { place, year, today }: { place: BasisPlace; year: number; today: PlainDate },
  words: Words,
) {
  const { t, locale } = words
  const items = await payItems(db)
  const basis = basisIn(year, items, await wordsAt(db, place))
  const thisYear = Number(today.slice(0, 4))
  const mayChange = can(actor, 'pay:set', place)
  return {
    ...{ name: place.name, code: place.code, year },
    years: [thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((one) => ({
      href: `/pay/basis?${new URLSearchParams({ place: place.code, year: String(one) })}`,
      ...{ label: t('pay.year', { year: one }), current: one === year },
    })),
    lines: items.map((item) => {
      const own = basis.get(item.id)
      return {
        ...{ key: item.code, name: nameOf(item, locale), part: codeLabel(PAY_PARTS, item.part, locale) },
        counts: own?.counts ?? false,
        from: own ? t(`pay.from_${own.from}`) : '',
        since: own && own.from !== 'default' ? t('pay.since', { year: own.fromYear }) : '',
        ...{ reason: own ? reasonText(own, words) : '', document: own?.documentNo ?? '' },
        href: mayChange ? `/pay/basis/${place.id}/${item.code}` : null,
      }
    }),
    exportHref: `/pay/basis/export.xlsx?${new URLSearchParams({ place: place.code, year: String(year) })}`,
  }
}
export type BasisView = Awaited<ReturnType<typeof basisView>>

const nameOf = ({ name, nameEn }: Item, locale: Words['locale']) => (locale === 'en' ? nameEn : name)

export function basisSheet(
  db: Db,
  { place, year }: { place: BasisPlace; year: number },
  words: Words,
): SheetSpec {
  const { t, locale } = words
  async function* rows() {
    const items = await payItems(db)
    const basis = basisIn(year, items, await wordsAt(db, place))
    for (const item of items) {
      const own = basis.get(item.id)
      yield [
        nameOf(item, locale),
        codeLabel(PAY_PARTS, item.part, locale),
        t(own?.counts ? 'pay.counts' : 'pay.counts_not'),
        own ? t(`pay.from_${own.from}`) : '',
        own?.fromYear || '',
        own ? reasonText(own, words) : '',
        own?.documentNo ?? '',
      ]
    }
  }
  return {
    sheetName: t('pay.basis'),
    columns: [
      { heading: t('pay.col_item'), width: 22 },
      { heading: t('pay.col_part'), width: 22 },
      { heading: t('pay.col_counts'), width: 10 },
      { heading: t('pay.col_from'), width: 10 },
      { heading: t('pay.field_from_year'), width: 10, kind: 'number' },
      { heading: t('pay.col_reason'), width: 60 },
      { heading: t('pay.col_document'), width: 24 },
    ],
    rows: rows(),
  }
}

export function basisFormView(item: Item, place: BasisPlace, today: PlainDate, words: Words): FormView {
  const { t, locale } = words
  const isCounty = place.kind !== 'prefecture'
  return {
    title: t('pay.basis_change', { item: nameOf(item, locale), place: place.name }),
    trail: [{ href: `/pay/basis?place=${place.code}`, label: t('pay.basis') }],
    intro: t(isCounty ? 'pay.basis_change_county' : 'pay.basis_change_about'),
    sections: drawSections(basisForm.sections, words, { values: { fromYear: today.slice(0, 4) } }),
    submitLabel: t('pay.basis_check'),
    cancelHref: `/pay/basis?place=${place.code}`,
  }
}

export function basisRefusal({ reason }: Refused<BasisRefusal>): ActRefusal {
  return {
    ok: false,
    key: `pay.error_${reason}`,
    field: reason === 'year_out_of_range' ? 'fromYear' : undefined,
  }
}

/** What a new word would do to each county's ratio, of the last year of which there is one from then on. */
export async function basisEffect(
  db: Db,
  {
    wish,
    place,
    counties,
    today,
  }: { wish: BasisWish; place: BasisPlace; counties: readonly County[]; today: PlainDate },
  { t }: Words,
): Promise<string[]> {
  const touched = counties.filter(({ id, prefectureId }) => id === place.id || prefectureId === place.id)
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from(
    { length: Math.max(1, thisYear - wish.fromYear + 1) },
    (_, back) => thisYear - back,
  )
  const word = {
    ...{ itemId: wish.itemId, fromYear: wish.fromYear, counts: wish.counts, reason: wish.reason },
    ...{ level: place.kind === 'prefecture' ? ('prefecture' as const) : ('county' as const) },
    ...{ documentNo: wish.documentNo, at: Number.POSITIVE_INFINITY },
  }
  const before = await paritiesOf(db, touched, years, today)
  const after = await paritiesOf(db, touched, years, today, () => [word])
  return touched.map(({ id, name }) => {
    const at = before.findIndex(({ county, parity }) => county.id === id && parity.ratio !== null)
    const [old, next] = [before[at], after[at]]
    if (!old || !next) return t('pay.effect_unknown', { county: name })
    const told = {
      county: name,
      year: old.year,
      before: ratioText(old.parity.ratio),
      after: ratioText(next.parity.ratio),
    }
    if (told.before === told.after) return t('pay.effect_same', told)
    return t(
      next.parity.state === 'short' && old.parity.state !== 'short' ? 'pay.effect_short' : 'pay.effect',
      told,
    )
  })
}
