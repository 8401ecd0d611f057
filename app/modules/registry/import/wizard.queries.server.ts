/** Reads of the import pages, shaped and worded for them: what the engine knows as codes comes out as words. */
import type { Actor } from '#app/platform/access/actor.ts'
import { scopeOf } from '#app/platform/access/actor.ts'
import { today } from '#app/platform/clock.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { settings } from '#app/platform/env.server.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { DEFAULT_LIMITS } from '#app/platform/sheets/sheet.ts'
import { codeLabel, ORG_KINDS } from '../codes/index.ts'
import { previewLeft, previewOf, previewRows } from './batch.queries.server.ts'
import type { BatchView } from './batch.ts'
import { type Fate, isFate } from './ui/outcomes.ts'
import { paths } from './ui/paths.ts'
import type { RowView } from './ui/views.ts'
import { uploadForm } from './wizard.forms.ts'
import { leftOutOf, remarksOf, rowView, startsOf } from './wizard.words.ts'

/** Rows of the registry and of the sheet on one page of the preview. */
const PAGE_ROWS = 20
/** Organisations offered below each of the reader's own; a prefecture has a dozen counties, a county some hundred schools. */
const BELOW = 400

/** The upload form: the organisations the reader may import for, today, and the bounds of a file. */
export async function uploadView(db: Db, actor: Actor, words: Words): Promise<FormView> {
  const { t, locale } = words
  const own = await db.organisation.findMany({
    where: { id: { in: scopeOf(actor, 'staff:import') } },
    select: {
      id: true,
      name: true,
      children: { where: { closedOn: null }, select: offered, orderBy, take: BELOW },
    },
    orderBy,
  })
  const below = own.map(({ name, children }) => ({
    label: t('imports.organisations_below', { name }),
    options: children.map(toOption),
  }))
  const isAlone = own.length === 1 && below[0]?.options.length === 0
  const groups = [
    { label: t('imports.organisations_own'), options: own.map(toOption) },
    ...below.filter((group) => group.options.length > 0),
  ]
  const megabytes = settings().UPLOAD_MAX_MB
  const hint = t('imports.file_hint', { megabytes, rows: formatNumber(DEFAULT_LIMITS.rows, locale) })
  return {
    title: t('imports.start'),
    trail: [{ href: paths.list, label: t('imports.title') }],
    intro: t('imports.start_hint'),
    sections: drawSections(uploadForm.sections, words, {
      values: { asOf: today() },
      fields: {
        organisationId: { groups, ...(isAlone && { emptyLabel: undefined }) },
        file: { hint, accept: '.xlsx,.csv,.txt', mostMegabytes: megabytes },
      },
    }),
    submitLabel: t('imports.upload'),
    sendingLabel: t('imports.uploading'),
    cancelHref: paths.list,
  }
}

const offered = { id: true, name: true } as const
const orderBy = { sortKey: 'asc' } as const
const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** One page of the preview's rows under the chosen fate, with the remarks on the file as a whole. */
export async function previewPage(
  db: Db,
  actor: Actor,
  batch: BatchView,
  wanted: URLSearchParams,
  locale: Locale,
) {
  const fate = fateOf(batch, wanted.get('rows'))
  const after = wanted.get('after') ?? undefined
  const preview = await previewOf(db, actor, batch.id)
  const { rows, next } = await rowsOf(db, actor, batch, { fate, after }, locale)
  return {
    fate,
    rows,
    next,
    isLater: after !== undefined,
    remarks: remarksOf(batch, preview, translator(locale)),
    leftOut: leftOutOf(batch, translator(locale)),
    organisations: (preview?.newOrganisations ?? []).map((one) => ({
      ...one,
      kind: codeLabel(ORG_KINDS, one.kind, locale),
    })),
    hasMoreOrganisations: preview?.hasMoreOrganisations ?? false,
  }
}

/** What was asked for, else the first fate that needs a reader's eye. */
function fateOf({ counts }: BatchView, asked: string | null): Fate {
  if (isFate(asked)) return asked
  const order: readonly Fate[] = ['rejected', 'conflict', 'changed', 'new', 'left', 'unchanged']
  return order.find((fate) => counts[fate] > 0) ?? 'new'
}

async function rowsOf(
  db: Db,
  actor: Actor,
  batch: BatchView,
  { fate, after }: { fate: Fate; after: string | undefined },
  locale: Locale,
): Promise<{ rows: RowView[]; next: string | null }> {
  const t = translator(locale)
  if (fate === 'left') {
    const { items, next } = await previewLeft(db, actor, batch.id, { after, limit: PAGE_ROWS })
    const rows = items.map((one) => ({
      key: one.personId,
      rowNumber: null,
      place: '',
      name: one.name,
      organisation: one.organisationName,
      note: one.staffNumber,
      href: paths.person(one.personId),
      changes: [],
      messages: [t('imports.left_ends', { day: batch.asOf })],
    }))
    return { rows, next }
  }
  const { items, next } = await previewRows(db, actor, batch.id, { outcome: fate, after, limit: PAGE_ROWS })
  const starts = startsOf(batch)
  return { rows: items.map((row) => rowView(row, starts, t, locale)), next }
}
