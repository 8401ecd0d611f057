/**
 * The page of the import: a posted file is read and compared; its rows travel along in the form that confirms them, and
 * are checked again when they are written. So nothing has to be kept, and nothing can be left behind.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryHandler,
} from '@remix-run/node'
import { z } from 'zod'
import type { Actor } from '#app/platform/access/actor.ts'
import { formKeyOf } from '#app/platform/acts/form-turn.server.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import { readUpload } from '#app/platform/http/upload.server.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { isMessageKey } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { codeText } from '../ui/code-text.ts'
import type { OrganisationImportView } from '../ui/organisation-views.ts'
import { ORGANISATION_LIST_MAX_BYTES, ROW_ISSUES } from './columns.ts'
import { checkOrganisations, importOrganisations, readOrganisationSheet } from './import.server.ts'
import type { OrganisationPlan, PlannedRow } from './plan.ts'

const SHOWN_ROWS = 100
const UNPACKED_MAX_BYTES = 16 * 1024 * 1024

type Reply = { ok: true; view: OrganisationImportView } | { ok: false; problem: string }

/** Takes the posted file. */
export async function checkUpload(
  db: PrismaClient,
  actor: Actor,
  request: Request,
  words: Words,
): Promise<Reply> {
  const { t } = words
  const file = await fileOf(request)
  if (file === 'too_large')
    return {
      ok: false,
      problem: t('import.problem_file_too_large', { limit: ORGANISATION_LIST_MAX_BYTES / 1024 / 1024 }),
    }
  if (!file || file.size === 0) return { ok: false, problem: t('orgs.import_no_file') }
  const sheet = await readOrganisationSheet({ bytes: new Uint8Array(await file.arrayBuffer()) })
  if (!sheet.ok) return { ok: false, problem: problemText(sheet.problem, words) }
  const plan = await checkOrganisations(db, actor, sheet.rows)
  const packed = pack({ name: file.name.slice(-200), rows: sheet.rows, digest: sheet.digest })
  return { ok: true, view: importView(plan, packed, words) }
}

async function fileOf(request: Request): Promise<File | null | 'too_large'> {
  try {
    const form = await readUpload(request, memoryHandler({ maxPartSize: ORGANISATION_LIST_MAX_BYTES }))
    const file = form.get('file')
    return file instanceof File ? file : null
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return 'too_large'
    return null
  }
}

export function problemText(problem: { code: string }, { t }: Words): string {
  const key = `import.problem_${problem.code}`
  if (problem.code === 'columns_missing' || !isMessageKey(key)) return t('orgs.import_columns_missing')
  const { code: _, ...values } = problem as { code: string } & Record<string, string | number>
  return t(key, values)
}

/** Writes the rows that the confirming form carries; null when what it carries is not what we sent. */
export async function confirmUpload(db: PrismaClient, actor: Actor, form: FormData) {
  const sheet = unpack(String(form.get('rows') ?? ''))
  return sheet && importOrganisations(db, actor, actor, { ...sheet, formKey: formKeyOf(form) })
}

export function importView(plan: OrganisationPlan, packed: string, words: Words): OrganisationImportView {
  const { t, locale } = words
  const { counts, rows } = plan
  const shown = [
    ...rows.filter(({ outcome }) => outcome === 'rejected'),
    ...rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed'),
  ].slice(0, SHOWN_ROWS)
  return {
    counts: (['new', 'changed', 'unchanged', 'rejected'] as const).map((outcome) => ({
      key: outcome,
      label: t(`orgs.outcome_${outcome}`),
      count: formatNumber(counts[outcome], locale),
    })),
    rows: shown.map((row) => rowView(row, words)),
    packed: counts.rejected === 0 && counts.new + counts.changed > 0 ? packed : null,
    isRejected: counts.rejected > 0,
  }
}

function rowView({ draft, outcome, issues, known }: PlannedRow, words: Words) {
  const { t, locale } = words
  return {
    key: String(draft.rowNumber),
    code: draft.code,
    name: draft.name,
    kind: codeText('orgKind', draft.kind ?? known?.kind, words),
    outcome: t(`orgs.outcome_${outcome}`),
    isRejected: outcome === 'rejected',
    why: issues.map((issue) => t(`registry.org_row.${issue}`)).join(locale === 'en' ? '; ' : '；'),
  }
}

const draft = z.object({
  rowNumber: z.number(),
  code: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  parentCode: z.string().nullable(),
  schoolKind: z.string().nullish(),
  stages: z.array(z.string()).optional(),
  placeType: z.string().nullish(),
  isPublic: z.boolean().optional(),
  openedOn: z.string().nullish(),
  figures: z
    .object({ schoolYear: z.number(), stage: z.string(), classes: z.number(), pupils: z.number() })
    .optional(),
})
const packedSheet = z.object({
  name: z.string().max(200),
  digest: z.string().max(64),
  rows: z.array(z.object({ draft, issues: z.array(z.enum(ROW_ISSUES)) })),
})

function pack(sheet: z.infer<typeof packedSheet>): string {
  return gzipSync(JSON.stringify(sheet)).toString('base64')
}

function unpack(text: string): z.infer<typeof packedSheet> | null {
  try {
    const json = gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: UNPACKED_MAX_BYTES })
    const read = packedSheet.safeParse(JSON.parse(json.toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
