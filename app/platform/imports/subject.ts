/**
 * What a module hands to the importer: the fields of its files with their readers and words, how a row finds what stands,
 * what it would change, how that is written, and how it is taken back. The engine does all the rest, and names no subject.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import { canSomewhere } from '#app/platform/access/actor.ts'
import type { Action } from '#app/platform/access/roles.ts'
import type { Database, Db } from '#app/platform/database/client.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerKey, ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { DateOrder } from '#app/platform/sheets/loose-date.ts'
import type { Sheet } from '#app/platform/sheets/sheet.ts'
import type {
  BesideTable,
  Counts,
  FixedValues,
  LeftRow,
  Mapping,
  Page,
  Profile,
  RowIssue,
  RowOutcome,
  StandsOn,
  SubjectRow,
} from './batch.ts'

/** What the manifest says of a subject; the rest is loaded when a file comes. */
export type SubjectEntry = {
  /** Stands in every batch and profile; never changed. */
  name: string
  /** Who may bring in such files, at the organisation of the batch and below it. */
  action: Action
  /** What such a file is called: 教职工花名册. */
  title: ServerKey
  /** What is in it, in a sentence, where the subject is chosen. */
  about: ServerKey
  order: number
  load: () => Promise<Subject>
}

/** Words of a reader. */
export type Told = { t: ServerTranslate; locale: Locale }

/** A value of a coded field, as the template lists it and a change is told. */
export type FieldValue = { code: string; zh: string; en: string; aliases?: readonly string[] }

/** What one cell says: a value, nothing, or why it cannot be one. */
export type Reading = { value: string } | { issue: string } | null
export type Reader = (cell: string) => Reading

export type SubjectField = {
  /** A word of the room, or what its own data says: an item's name. */
  label: ServerKey | { said: string }
  /** Headings under which senders publish it. */
  aliases: readonly string[]
  /** Words that make a heading another's, and words of headings that are never this one. */
  avoids?: readonly string[] | undefined
  never?: readonly string[] | undefined
  /** A reader of its cells, made anew for each file. */
  reader: (file: { dateOrder: DateOrder | undefined }) => Reader
  values?: readonly FieldValue[] | undefined
  /** Never shown beside a remark, and masked among samples. */
  isPrivate?: boolean
  /** Only a recipe understands it: never suggested. */
  isForRecipes?: boolean
  /** May have one value for every row: one of `values`, or the code of an organisation. */
  everyRow?: 'value' | 'organisation'
}

/** Something ticked beside the mapping. */
export type Tick = { key: string; label: ServerKey; hint: ServerKey; needs?: Action }

/** A row while it is checked: what its cells say by field, and the remarks it collects. */
export type RowDraft = { rowNumber: number; values: Record<string, string | undefined>; issues: RowIssue[] }

/** What the engine knows of a batch whose rows are read, compared, written. */
export type BatchPlan = {
  batchId: string
  organisationId: string
  /** YYYY-MM-DD: the day from which what changed holds. */
  asOf: string
  profile: Profile
  complete: boolean
}

/** A row on its way into the staging table: its line of COPY text, and what the batch's digest covers of it. */
export type Staged = { line: string; print: string }

export type RowStage = {
  columns: readonly string[]
  /** May add remarks that only other rows or what stands tell. */
  stage(draft: RowDraft): Staged
  /** After the last row. */
  end?(opened: Database): Promise<void>
}

/** Tells how much of the writing is done, 0 to 1; in between others get their turn. */
export type TellShare = (share: number) => Promise<void>

export type Subject = {
  fields: Readonly<Record<string, SubjectField>>
  /** The fields in the order in which people think of them; the first groups are asked for first. */
  groups: readonly { label: ServerKey; fields: readonly string[] }[]
  /** Of each, one must be mapped. */
  required: readonly (readonly string[])[]
  /** One of these finds what stands, unless one of the ticks allows another way. */
  keys: { fields: readonly string[]; unless?: readonly string[] }
  ticks: readonly Tick[]
  /** A file may name everything there is; then what it lacks has left. */
  complete?: { label: ServerKey; hint: ServerKey }
  /** Namespace of a source that nobody named. */
  source: string
  profiles: readonly BuiltIn[]
  /** Its own codes of remarks, for the test of their words. */
  issues: readonly string[]
  /** What is told of the counts besides new, changed and left. */
  tells: readonly { count: keyof Counts; term: ServerKey; note?: ServerKey }[]
  /** What `left` means. */
  left?: { term: ServerKey; note: ServerKey; each: ServerKey }
  /** Words of what stands in the way of an undo, by kind. */
  stands: Readonly<Record<string, ServerKey>>
  /** Where one goes to see what was written. */
  after: { href: string; label: ServerKey }

  /** Puts a guess right that only the subject can judge. */
  tidy?(mapping: Mapping, headings: readonly string[]): Mapping
  /** What holds for every row though no column says it: told by titles, names of sheets and of the file. */
  fixedBy?(db: Db, organisationId: string, texts: readonly string[], profile: Profile): Promise<FixedValues>
  /** Rules over a whole row, made anew for each file. */
  settle?(plan: BatchPlan, mapped: ReadonlySet<string>): (draft: RowDraft) => void
  /** The table its rows are staged in; with `rows` of its own where it has columns of its own. */
  table: string
  rows?(opened: Database, plan: BatchPlan): Promise<RowStage>
  /** What a row is called, where the engine stages it. */
  nameOf?(draft: RowDraft): string
  /** Compares rows `from` to `to` with what stands: outcome, target, changes, remarks from number 1000 on. */
  compare?(db: Db, plan: BatchPlan, from: number, to: number): Promise<void>
  /** After all of them: what only the whole file tells; a small file may be compared here as a whole. */
  settleAll?(db: Db, plan: BatchPlan): Promise<void>
  /** In the writing transaction, after the comparison was found to hold: whether all it rests on does. */
  holds?(db: Db, plan: BatchPlan): Promise<boolean>
  /** Takes what the batch is about to change, or has changed, in the order in which everybody else does. */
  hold?(tx: Db, batchId: string, what: 'to-write' | 'written'): Promise<void>
  write(opened: Database, tx: Db, plan: BatchPlan, counts: Counts, tell: TellShare): Promise<void>
  /** Tables whose statistics are worth making anew after a large commit. */
  analyze?: readonly string[]
  /** What later work stands on a committed batch. */
  standsOn(db: Db, batchId: string, committedAt: Date): Promise<StandsOn[]>
  undo(opened: Database, tx: Db, batchId: string, tell: TellShare): Promise<void>
  /** Forgets what else was staged for a batch. */
  clear?(db: Db, batchId: string): Promise<void>
  /** What else the commit counts. */
  count?(db: Db, batchId: string): Promise<Partial<Counts>>

  previewRows(
    db: Db,
    batchId: string,
    asked: { outcome: RowOutcome; after: number; limit: number },
    told: Told,
  ): Promise<SubjectRow[]>
  previewLeft?(
    db: Db,
    batchId: string,
    asked: { after: string | undefined; limit: number },
  ): Promise<Page<LeftRow>>
  beside?(db: Db, batchId: string, told: Told): Promise<BesideTable[]>
  /** Where the file itself brings the top of a tree (command line): makes it, with its own entry. */
  makeRoot?(opened: Database, root: Root, author: string): Promise<string>
  rootIn?(sheet: Sheet, mapping: Mapping): Promise<Root | null>
}

/** A profile that comes with the program. `asOf`: the day of a file of which only one is known. */
export type BuiltIn = Profile & { root?: Root | undefined; asOf?: string }

/** The organisation below which a source that brings its own tree is put. */
export type Root = { code: string; name: string; kind: 'prefecture' }

const entries: SubjectEntry[] = []

/** A room says which files it takes in. */
export function registerSubject(entry: SubjectEntry): void {
  if (entries.some(({ name }) => name === entry.name))
    throw new Error(`two subjects are called ${entry.name}`)
  entries.push(entry)
  entries.sort((a, b) => a.order - b.order)
}

export function knownSubjects(): readonly SubjectEntry[] {
  return entries
}

/** What a room declares under the name. Throws where its room is no more. */
export function subjectEntry(name: string): SubjectEntry {
  const found = entries.find((one) => one.name === name)
  if (!found) throw new Error(`no room takes in ${name}`)
  return found
}

export async function subjectOf(name: string): Promise<Subject> {
  return subjectEntry(name).load()
}

/** The subjects whose files the actor may bring in somewhere. */
export function subjectsFor(actor: Actor): SubjectEntry[] {
  return entries.filter(({ action }) => canSomewhere(actor, action))
}
