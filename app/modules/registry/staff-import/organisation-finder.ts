/** Finds the organisation a row names, by code or by name and place; where the profile allows, plans the missing ones. */
import { detached } from '#app/platform/sheets/cell-text.ts'
import { halfWidth } from '#app/platform/sheets/half-width.ts'
import { type FieldKey, type OrganisationWords, organisationFields } from './fields.ts'
import type { StaffIssue } from './issues.ts'

export type KnownOrganisation = {
  id: string
  code: string
  kind: string
  name: string
  parentId: string | null
  countyId: string | null
  isClosed: boolean
}

export type PlannedOrganisation = { id: string; parentId: string; code: string; kind: string; name: string }

/** `label` is the same whenever the same organisation is meant: the batch's digest covers it. */
export type FoundOrganisation =
  | { ok: true; id: string; label: string }
  | { ok: false; issue: StaffIssue; field: FieldKey; value: string }

export type OrganisationFinder = {
  /** Whether finding may plan: then only rows that will be taken may ask. */
  plans: boolean
  find(words: OrganisationWords): FoundOrganisation
  /** Parents before children. */
  planned: readonly PlannedOrganisation[]
}

type Node = { id: string; code: string; kind: string; name: string; isClosed: boolean }
type Place = { countyName: string; districtName: string }

const SEPARATOR = '\u0001'
const LONGEST_NAME = 100
const SHORTEST_SHORT_NAME = 2

/** `known` holds the batch's organisation (`scopeId`) and all below it, `foreignCodes` the codes of all others. */
export function organisationFinder(
  known: readonly KnownOrganisation[],
  foreignCodes: ReadonlySet<string>,
  scopeId: string,
  createWith: (() => string) | null,
): OrganisationFinder {
  const planned: PlannedOrganisation[] = []
  const find = createWith ? byChain(known, scopeId, createWith, planned) : byWords(known)
  const remembered = new Map<string, FoundOrganisation>()
  let last: { words: OrganisationWords; found: FoundOrganisation } | null = null
  const ask = (words: OrganisationWords): FoundOrganisation => {
    const { orgCode, orgName } = words
    if (orgCode && foreignCodes.has(orgCode)) return refusal('org_outside_scope', 'orgCode', orgCode)
    return orgCode || orgName ? find(words) : refusal('org_empty', 'orgName', '')
  }
  return {
    plans: createWith !== null,
    planned,
    find(words) {
      // Rosters are written school by school: most rows ask what the one before asked.
      if (last && isSame(last.words, words)) return last.found
      const key = organisationFields.map((one) => words[one] ?? '').join(SEPARATOR)
      const found = remembered.get(key) ?? ask(words)
      remembered.set(key, found)
      last = { words, found }
      return found
    },
  }
}

function isSame(a: OrganisationWords, b: OrganisationWords): boolean {
  return organisationFields.every((key) => a[key] === b[key])
}

function refusal(issue: StaffIssue, field: FieldKey, value: string): FoundOrganisation {
  return { ok: false, issue, field, value }
}

function accept(node: Node): FoundOrganisation {
  if (node.isClosed) return refusal('org_closed', 'orgName', node.name)
  return { ok: true, id: node.id, label: `${node.code} ${node.name}` }
}

/** Letters and digits only: brackets, spaces and width differ from sheet to sheet. */
export function plain(name: string): string {
  return halfWidth(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function byWords(known: readonly KnownOrganisation[]): (words: OrganisationWords) => FoundOrganisation {
  const byId = new Map(known.map((one) => [one.id, one]))
  const byCode = new Map(known.map((one) => [one.code.toLowerCase(), one]))
  const byName = new Map<string, KnownOrganisation[]>()
  const places = new Map<string, Place>()
  for (const one of known) {
    const place = placeOf(one, byId)
    places.set(one.id, place)
    for (const name of namesOf(one, place)) byName.set(name, [...(byName.get(name) ?? []), one])
  }
  return ({ orgCode, orgName, districtName, countyName }) => {
    const coded = orgCode ? byCode.get(orgCode.toLowerCase()) : undefined
    if (coded) return accept(coded)
    if (!orgName) return refusal('org_unknown', 'orgCode', orgCode ?? '')
    const candidates = (byName.get(plain(orgName)) ?? []).filter((one) => {
      const place = places.get(one.id)
      return (
        place !== undefined && isAt(place.countyName, countyName) && isAt(place.districtName, districtName)
      )
    })
    const open = candidates.filter((one) => !one.isClosed)
    const [only] = open.length > 0 ? open : candidates
    if (!only) return refusal('org_unknown', 'orgName', orgName)
    return open.length > 1 ? refusal('org_ambiguous', 'orgName', orgName) : accept(only)
  }
}

function placeOf(one: KnownOrganisation, byId: ReadonlyMap<string, KnownOrganisation>): Place {
  const county = one.countyId ? byId.get(one.countyId) : undefined
  const parent = one.parentId ? byId.get(one.parentId) : undefined
  const hasDistrict = parent !== undefined && parent.id !== county?.id
  return { countyName: plain(county?.name ?? ''), districtName: hasDistrict ? plain(parent.name) : '' }
}

/** A name with its code, as an export tells an organisation that shares its name: 中心小学（371521-004）. */
export function nameWithCode({ name, code }: { name: string; code: string }): string {
  return `${name}（${code}）`
}

/** The name, also with the code behind, with the county in front, and without it. */
function namesOf(one: KnownOrganisation, { countyName }: Place): Set<string> {
  const name = plain(one.name)
  const names = new Set([name, plain(nameWithCode(one))])
  if (countyName === '' || name === countyName) return names
  if (name.startsWith(countyName)) names.add(name.slice(countyName.length))
  else names.add(countyName + name)
  return names
}

/** 阳谷 for 阳谷县 too; a place the tree does not know, or the row does not say, excludes nothing. */
function isAt(place: string, said: string | undefined): boolean {
  const wanted = plain(said ?? '')
  if (wanted === '' || place === '') return true
  const [shorter, longer] = wanted.length < place.length ? [wanted, place] : [place, wanted]
  return shorter.length >= SHORTEST_SHORT_NAME && longer.includes(shorter)
}

const ENDING = /(学校|小学|中学|初中|高中|初级中学|高级中学|中心小学)$/

/** What a school is called without the kind it is, and whether that is told at all: 实验学校 may be 实验小学, 实验中学 is another. */
function stemOf(name: string): { stem: string; isGeneric: boolean } {
  const text = plain(name)
  return { stem: text.replace(ENDING, ''), isGeneric: text.endsWith('学校') }
}

function byChain(
  known: readonly KnownOrganisation[],
  scopeId: string,
  makeId: () => string,
  planned: PlannedOrganisation[],
): (words: OrganisationWords) => FoundOrganisation {
  const scope = known.find((one) => one.id === scopeId)
  const codes = new Set(known.map((one) => one.code))
  const children = new Map<string, Node>()
  const counts = new Map<string, number>()
  const stems = new Map<string, string[]>()
  const remember = (parentId: string, name: string) => {
    const key = `${parentId}${SEPARATOR}${stemOf(name).stem}`
    stems.set(key, [...(stems.get(key) ?? []), name])
  }
  for (const one of known) {
    if (!one.parentId) continue
    remember(one.parentId, one.name)
    for (const name of [one.name, nameWithCode(one)])
      children.set(`${one.parentId}${SEPARATOR}${plain(name)}`, one)
    counts.set(one.parentId, (counts.get(one.parentId) ?? 0) + 1)
  }
  const byCode = new Map<string, Node>(known.map((one) => [one.code, one]))

  const codeBelow = (parent: Node): string => {
    for (;;) {
      const number = (counts.get(parent.id) ?? 0) + 1
      counts.set(parent.id, number)
      const code = `${parent.code}-${String(number).padStart(3, '0')}`
      if (!codes.has(code)) return code
    }
  }
  const below = (parent: Node, kind: string, name: string, wantedCode?: string): Node => {
    // "Mark DeLay School" is Mark Delay School: a second one differs by more than case, width and punctuation.
    const key = `${parent.id}${SEPARATOR}${plain(name) || name}`
    const there = (wantedCode && byCode.get(wantedCode)) || children.get(key)
    if (there) return there
    const code = wantedCode ?? codeBelow(parent)
    const made = {
      id: makeId(),
      parentId: parent.id,
      code,
      kind,
      name: detached(name.slice(0, LONGEST_NAME)),
    }
    const node = { ...made, isClosed: false }
    codes.add(code)
    children.set(key, node)
    remember(parent.id, node.name)
    byCode.set(code, node)
    planned.push(made)
    return node
  }
  /** A school there that may be the one that is named, under a name that says more, or less, of its kind. */
  const similarBelow = (parent: Node, name: string): string | undefined => {
    const { stem, isGeneric } = stemOf(name)
    if (stem.length < SHORTEST_SHORT_NAME || !ENDING.test(plain(name))) return undefined
    if (children.has(`${parent.id}${SEPARATOR}${plain(name)}`)) return undefined
    return (stems.get(`${parent.id}${SEPARATOR}${stem}`) ?? []).find(
      (one) => stemOf(one).isGeneric !== isGeneric,
    )
  }
  return ({ orgCode, orgName, districtCode, districtName, countyName }) => {
    const coded = orgCode ? byCode.get(orgCode) : undefined
    if (coded) return accept(coded)
    if (!orgName) return refusal('org_unknown', 'orgCode', orgCode ?? '')
    if (!scope) return refusal('org_unknown', 'orgName', orgName)
    let parent: Node = scope
    if (countyName && scope.kind === 'prefecture') parent = below(parent, 'county', countyName)
    if (districtName || districtCode) {
      const code = districtCode ? `${scope.code}-${districtCode}` : undefined
      parent = below(parent, 'school_district', districtName ?? districtCode ?? '', code)
    }
    const similar = orgCode ? undefined : similarBelow(parent, orgName)
    if (similar) return refusal('org_similar', 'orgName', `${orgName} / ${similar}`)
    return accept(below(parent, 'school', orgName, orgCode))
  }
}
