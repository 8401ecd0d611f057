/**
 * What a room of the house says of itself: the frame, the settings pages, the trail, the jobs, the home page, the seed and the
 * tests of who may do what are made of it. The composition keeps the one list of rooms; nothing else names them.
 */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Action, ActionTable } from '#app/platform/access/roles.ts'
import type { ApprovalProcess } from '#app/platform/approvals/process.ts'
import type { EngagementSource } from '#app/platform/calendar/engagements.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { Settings } from '#app/platform/env.server.ts'
import type { Attachment } from '#app/platform/files/attachment.server.ts'
import type { Picker, PickerKind } from '#app/platform/forms/pickers.server.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { ServerKey, ServerTranslate } from '#app/platform/i18n/translate.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { SubjectEntry } from '#app/platform/imports/subject.ts'
import type { ListSpec } from '#app/platform/lists/list-spec.ts'
import type { PolicyDefinitions } from '#app/platform/policy/define.ts'
import type { PolicyTeller } from '#app/platform/policy/effects.server.ts'
import type { ChoiceText } from '#app/platform/policy/value-text.server.ts'
import type { IconName } from '#app/ui/icons.ts'
import type { Tone } from '#app/ui/tag.tsx'

/** Who reads, in which language, on which day. */
export type Reading = { db: Db; actor: Actor; t: ServerTranslate; locale: Locale; day: PlainDate }

/**
 * - `anyone`: no session needed.
 * - `signed-in`: any account.
 * - `holder`: an account that belongs to a person of the staff.
 * - `importer`: who may bring in files of any kind.
 * - an action: who holds it (where the subject stands, for a page that names one).
 */
export type Audience = 'anyone' | 'signed-in' | 'holder' | 'importer' | Action

/** What one form of a route posts, where its forms differ in who may send them. */
export type Post = Audience | { fields: Record<string, string>; by: Audience }[]

/**
 * `get`: the route has a loader; `post`: it has an action. Neither: it shows only what its parents load. `its-room`: the room
 * that an attachment was handed in to, or whose process a case goes through, says who reads it. `its-subject`: who may bring in
 * files about what the batch's is.
 */
export type RouteAccess = {
  get?: Audience | 'its-room' | 'its-subject'
  post?: Post | 'its-room' | 'its-subject'
}

/** A kind of paper that is handed in: who reads such papers at all, and whether this reader may have this one. */
export type AttachmentKind = {
  readers: Audience
  mayRead: (reading: Reading, attachment: Attachment) => Promise<boolean>
}

type Entry = { href: string; label: ServerKey; icon: IconName; to: Audience }

/** Where one goes from the frame: the rail, below its rule, or the reader's own pages. Lower orders come first. */
export type NavigationEntry = Entry & {
  place: 'main' | 'settings' | 'own'
  order: number
  /** An own page that those who run the matter find behind the menu only. */
  behindMenuFor?: Action
}

/** What the search box of the frame asks, for whom it is there. */
export type SearchEntry = {
  to: Audience
  /** Where the words are posted, and the field's name. */
  action: string
  field: string
  label: ServerKey
  placeholder: ServerKey
  /** The page that has a search box of its own. */
  hiddenAt: string
}

/** A page that takes files, and how large they may be; everywhere else a body is a form's. */
export type UploadEntry = { path: string; maxBytes: (settings: Settings) => number }

/** A list with a filter in its address: its filters can be saved, its columns hidden. */
export type ListEntry = { list: ListSpec; label: ServerKey; to: Audience }

/** Something that waits: how many, what, and a word more. */
export type HomeTask = { href: string; figure: string; title: string; note: string }

/** Something that changed lately; `at` orders it. */
export type RecentChange = { at: string; date: string; title: string; note: string; href: string | null }

/** The reader's own matter in a few facts. */
export type OwnPanel = {
  title: string
  lead: string
  facts: { term: string; value: string; note?: string }[]
  href: string
  linkLabel: string
}

/** A dated event of somebody's life, as the record's timeline draws it. */
export type LifeEvent = { id: string; date: PlainDate; title: string; body: string; meta: string; tone: Tone }

/** A day by which somebody has to have done something; the same matter keeps its uid. */
export type Deadline = { uid: string; day: PlainDate; title: string; note: string; href: string }

/** Something at a time of day, for calendars; the same matter keeps its uid, and its sequence counts up with every change. */
export type DatedEvent = {
  uid: string
  from: Date
  to: Date
  title: string
  note: string
  place: string
  href: string | null
  sequence: number
  state: 'tentative' | 'confirmed' | 'cancelled'
}

export type Home = {
  /** What waits for this reader, the most pressing first; nothing that they could not act on or read. */
  tasks?: (reading: Reading) => Promise<HomeTask[]>
  own?: (reading: Reading) => Promise<OwnPanel | null>
  recent?: (reading: Reading) => Promise<RecentChange[]>
  quick?: readonly (Entry & { order: number })[]
}

export type AuditRoom = {
  /** Acts by the group under which the trail's filter offers them; words are `audit.<act>` and `audit.group_<group>`. */
  acts: Readonly<Record<string, readonly string[]>>
  /** A field's code in words; undefined when it is none of this room's. */
  codeWord?: (field: string, code: string, subject: string, locale: Locale) => string | undefined
}

export type Jobs = {
  /** Who works on jobs of a name. */
  work?: Readonly<Record<string, (data: Record<string, string>) => Promise<void>>>
  /** Looked after once at start and every half minute. */
  sweeps?: Readonly<Record<string, () => Promise<void>>>
}

export type SeedWish = { today: PlainDate; newId: () => string }

/** A room's manifest. Whatever costs memory or time to load is imported when it is asked for. */
export type Manifest = {
  /** Names the room, and prefixes its settings. */
  name: string
  /** What the room is called on the home page. */
  title: ServerKey
  actions?: ActionTable
  routes?: Readonly<Record<string, RouteAccess>>
  audit?: AuditRoom
  settings?: { definitions: PolicyDefinitions; effect?: PolicyTeller; choiceText?: ChoiceText }
  navigation?: readonly NavigationEntry[]
  search?: SearchEntry
  uploads?: readonly UploadEntry[]
  lists?: readonly ListEntry[]
  /** Papers that are handed in here, by their kind `<room>.<what>`. */
  attachments?: Readonly<Record<string, AttachmentKind>>
  jobs?: Jobs
  /** Files that are taken in here. */
  imports?: readonly SubjectEntry[]
  /** What is decided step by step by others. */
  approvals?: readonly ApprovalProcess[]
  home?: Home
  /** How organisations or people are typed into a form's field, of the room that keeps them. */
  pickers?: Readonly<Partial<Record<PickerKind, Picker>>>
  /** Where a person's page is, of the room that keeps people. */
  personPage?: (personId: string) => string
  /** What the room knows of somebody's life, for who may read it. */
  timeline?: (reading: Reading, personId: string) => Promise<LifeEvent[]>
  /** What a person of the staff has to have done by when, for their own calendar. */
  deadlines?: (asking: { db: Db; personId: string; day: PlainDate; words: Words }) => Promise<Deadline[]>
  /** What a person of the staff takes part in, for their own calendar. */
  events?: (asking: { db: Db; personId: string; day: PlainDate; words: Words }) => Promise<DatedEvent[]>
  /** When people are taken already, as this room knows it. */
  engagements?: EngagementSource
  /** Adds the room's part to the demo, in its transaction; the roster stands. */
  seed?: (tx: Db, wish: SeedWish) => Promise<void>
  words: Readonly<Record<Locale, Readonly<Record<string, string>>>>
}
