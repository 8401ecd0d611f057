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
import { listBatches, listProfiles, previewOf } from './batch.queries.server.ts'
import { type BatchView, PLAIN } from './batch.ts'
import { previewLeft, previewRows } from './preview-rows.server.ts'
import { type SubjectEntry, subjectEntry, subjectOf, subjectsFor } from './subject.ts'
import { type Fate, isFate } from './ui/outcomes.ts'
import { paths } from './ui/paths.ts'
import type { TemplateView } from './ui/templates.tsx'
import type { ChoiceView, RowView, StandingView, SubjectView } from './ui/views.ts'
import { standsOn } from './undo.server.ts'
import { COVERAGES, completeUploadForm, uploadForm } from './wizard.forms.ts'
import { leftOutOf, remarksOf, rowView, startsOf, subjectView } from './wizard.words.ts'

/** Rows on one page of the preview. */
const PAGE_ROWS = 20
/** Organisations offered below each of the reader's own; a prefecture has a dozen counties, a county some hundred schools. */
const BELOW = 400

/** What a file may be about, for this reader; where it is one thing only, nothing need be chosen. */
export function subjectChoices(actor: Actor, t: Words['t']): ChoiceView[] {
  return subjectsFor(actor).map(({ name, title, about }) => ({
    ...{ href: paths.startOf(name), title: t(title), about: t(about) },
  }))
}

/** The form that takes files of a subject. */
export async function uploadFormOf({ load }: SubjectEntry) {
  return (await load()).complete ? completeUploadForm : uploadForm
}

/** The upload form: the organisations the reader may import for, today, and the bounds of a file. */
export async function uploadView(db: Db, actor: Actor, entry: SubjectEntry, words: Words): Promise<FormView> {
  const { t, locale } = words
  const own = await db.organisation.findMany({
    where: { id: { in: scopeOf(actor, entry.action) } },
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
  const form = await uploadFormOf(entry)
  const { complete } = await entry.load()
  const coverage = COVERAGES.map((value) => ({
    value,
    label: value === 'complete' && complete ? t(complete.label) : t('imports.coverage_partial'),
    hint: value === 'complete' && complete ? t(complete.hint) : t('imports.coverage_partial_hint'),
  }))
  return {
    title: t('imports.start_of', { subject: t(entry.title) }),
    trail: [{ href: paths.list, label: t('imports.title') }],
    intro: t('imports.start_hint'),
    sections: drawSections(form.sections, words, {
      values: { asOf: today() },
      fields: {
        organisationId: { groups, ...(isAlone && { emptyLabel: undefined }) },
        coverage: { options: coverage },
        file: { hint, accept: '.xlsx,.csv,.txt', mostMegabytes: megabytes },
      },
    }),
    submitLabel: t('imports.upload'),
    sendingLabel: t('imports.uploading'),
    cancelHref: paths.list,
  }
}

/** What a batch's pages say of its subject. */
export async function aboutBatch(batch: BatchView, locale: Locale): Promise<SubjectView> {
  const entry = subjectEntry(batch.subject)
  return subjectView(entry, await entry.load(), batch, { t: translator(locale), locale })
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
  const t = translator(locale)
  const subject = await subjectOf(batch.subject)
  const fate = fateOf(batch, wanted.get('rows'))
  const after = wanted.get('after') ?? undefined
  const preview = await previewOf(db, actor, batch.id)
  const { rows, next } = await rowsOf(db, actor, batch, { fate, after }, locale)
  return {
    fate,
    rows,
    next,
    isLater: after !== undefined,
    remarks: remarksOf(subject, batch, preview, t),
    leftOut: leftOutOf(batch, t),
    beside: (await subject.beside?.(db, batch.id, { t, locale })) ?? [],
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
  const subject = await subjectOf(batch.subject)
  if (fate === 'left') {
    const { items, next } = await previewLeft(db, actor, batch.id, { after, limit: PAGE_ROWS })
    const ends = subject.left ? [t(subject.left.each, { day: batch.asOf })] : []
    const rows = items.map(({ id, ...one }) => ({
      ...one,
      ...{ key: id, rowNumber: null, at: '', changes: [], messages: ends },
    }))
    return { rows, next }
  }
  const asked = { outcome: fate, after, limit: PAGE_ROWS }
  const { items, next } = await previewRows(db, actor, batch.id, asked, { t, locale })
  const starts = startsOf(batch)
  return { rows: items.map((row) => rowView(subject, row, starts, t)), next }
}

/** The list of imports, and the templates of what the reader may bring in. */
export async function listView(db: Db, actor: Actor, before: string | undefined, locale: Locale) {
  const t = translator(locale)
  const { items, next } = await listBatches(db, actor, { before })
  const templates: TemplateView[] = []
  for (const { name: subject } of subjectsFor(actor)) {
    for (const { key, name, options } of await listProfiles(db, actor, subject, actor.organisationId)) {
      // A source's own recipe is not filled in by hand.
      if (options.recipe === PLAIN) templates.push({ subject, key, name })
    }
  }
  const batches = items.map((batch) => ({ ...batch, about: t(subjectEntry(batch.subject).title) }))
  return { batches: { items: batches, next }, templates, isLater: before !== undefined }
}

/** What stands on a committed batch, in words. */
export async function standingView(
  db: Db,
  actor: Actor,
  batch: BatchView,
  locale: Locale,
): Promise<StandingView[]> {
  const t = translator(locale)
  const { stands } = await subjectOf(batch.subject)
  const found = await standsOn(db, actor, batch.id)
  return found.map(({ kind, count, examples }) => {
    const key = stands[kind]
    return { text: key ? t(key, { count: formatNumber(count, locale) }) : kind, examples }
  })
}
