/** The organisation tree of the demo: prefecture, counties and zones, townships, made schools. */
import {
  codeEntry,
  type OrgKind,
  type PlaceType,
  SCHOOL_KINDS,
  type SchoolKind,
  type Stage,
} from '#app/modules/registry/codes/index.ts'
import { type PlainDate, schoolYearOf } from '#app/platform/dates.ts'
import { type Designation, designationsOf, figuresOf, type YearFigures } from './figures.ts'
import { randomOf } from './random.ts'
import { type SchoolDraft, seatSchools, townshipSchools } from './schools.ts'

export type SeedOrganisation = {
  id: string
  code: string
  kind: OrgKind
  name: string
  parentId: string | null
}

export type SeedSchool = SeedOrganisation & {
  schoolKind: SchoolKind
  stages: readonly Stage[]
  placeType: PlaceType
  isPublic: boolean
  openedOn: PlainDate
  countyId: string
  /** People that the demo gives it; decides its pupils too. */
  size: number
  isRural: boolean
  isCentral: boolean
  /** The township's central primary school, which holds the establishment of its village schools. */
  centralId: string | null
  figures: YearFigures[]
  designations: Designation[]
}

/** Parents come before what stands below them. */
export type SeedTree = { divisions: SeedOrganisation[]; schools: SeedSchool[] }

type Division = { level: string; code: string; name: string; parent: string }
type Placed = { draft: SchoolDraft; county: SeedOrganisation; parent: SeedOrganisation; code: string }

/**
 * The development zones administer schools as counties do but have no GB/T 2260 code, so they carry codes of ours.
 * Which townships they look after is set here for the demo; GB/T 2260 counts these to 东昌府区.
 */
const ZONES: readonly { code: string; name: string; townships: readonly string[] }[] = [
  {
    code: '3715K1',
    name: '聊城经济技术开发区',
    townships: ['371502009', '371502010', '371502008', '371502116'],
  },
  { code: '3715K2', name: '聊城高新技术产业开发区', townships: ['371502108', '371502110', '371502115'] },
  {
    code: '3715K3',
    name: '聊城江北水城旅游度假区',
    townships: ['371502004', '371502011', '371502107', '371502109'],
  },
]
const SHORT_NAMES: Record<string, string> = { '3715K1': '经开区', '3715K2': '高新区', '3715K3': '度假区' }
const URBAN_COUNTIES = new Set(['371502', '371503', '371581', '3715K1', '3715K2', '3715K3'])

/** A market's service centre counts as a township in the statistics and has no school. */
const WITHOUT_SCHOOLS = new Set(['371502400'])

const FEWEST_STAFF = 3

/** Builds the tree for so many people: 60,000 at some 1,100 schools, 6,000 at some 170, every county with its share. */
export function buildTree(
  divisionsCsv: string,
  staffCount: number,
  today: PlainDate,
  newId: () => string,
): SeedTree {
  const divisions = divisionTree(parseDivisions(divisionsCsv), newId)
  const counties = divisions.filter((one) => one.kind === 'county' || one.kind === 'zone')
  const nextSerial = serials()
  const all = counties.map((county) => countySchools(county, divisions, nextSerial))
  const total = all.reduce((sum, one) => sum + one.length, 0)
  const share = Math.min(1, (1100 / total) * (staffCount / 60_000) ** 0.81)
  const chosen = all.flatMap((one) => one.slice(0, Math.max(2, Math.round(one.length * share))))
  return { divisions, schools: placeSchools(sized(chosen, staffCount), schoolYearOf(today), newId) }
}

/** Brings the sizes to the number of people asked for; what rounding leaves over goes to the largest school. */
function sized(chosen: readonly Placed[], staffCount: number): Placed[] {
  const factor = staffCount / chosen.reduce((sum, one) => sum + one.draft.size, 0)
  const sizes = chosen.map((one) => Math.max(FEWEST_STAFF, Math.floor(one.draft.size * factor)))
  const largest = sizes.indexOf(Math.max(...sizes))
  const left = staffCount - sizes.reduce((sum, one) => sum + one, 0)
  return chosen.map((one, at) => {
    const size = (sizes[at] ?? FEWEST_STAFF) + (at === largest ? left : 0)
    return { ...one, draft: { ...one.draft, size: Math.max(FEWEST_STAFF, size) } }
  })
}

function parseDivisions(csv: string): Division[] {
  const lines = csv.trim().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const [level = '', code = '', name = '', parent = ''] = line.split(',')
    return { level, code, name, parent }
  })
}

function divisionTree(rows: readonly Division[], newId: () => string): SeedOrganisation[] {
  const found = new Map<string, SeedOrganisation>()
  const add = (code: string, kind: OrgKind, name: string, parent: string | null) => {
    const parentId = parent === null ? null : (found.get(parent)?.id ?? null)
    found.set(code, { id: newId(), code, kind, name, parentId })
  }
  const ofLevel = (level: string) => rows.filter((row) => row.level === level)
  for (const row of ofLevel('city')) add(row.code, 'prefecture', row.name, null)
  for (const row of ofLevel('county')) add(row.code, 'county', row.name, row.parent)
  for (const zone of ZONES) add(zone.code, 'zone', zone.name, zone.code.slice(0, 4))
  for (const row of ofLevel('town')) {
    const zone = ZONES.find((one) => one.townships.includes(row.code))
    add(row.code, 'township', row.name, zone?.code ?? row.parent)
  }
  return [...found.values()]
}

/** All schools that the county has at full scale, those a small demo takes first. Codes do not depend on the scale. */
function countySchools(
  county: SeedOrganisation,
  divisions: readonly SeedOrganisation[],
  nextSerial: (kind: SchoolKind) => string,
): Placed[] {
  const random = randomOf(`schools ${county.code}`)
  const name = SHORT_NAMES[county.code] ?? county.name
  const place = (parent: SeedOrganisation) => (draft: SchoolDraft) => ({
    draft,
    county,
    parent,
    code: nextSerial(draft.kind),
  })
  const [first = [], rest = []] = seatSchools(random, { name, isUrban: URBAN_COUNTIES.has(county.code) })
  const townships = divisions.filter((one) => one.parentId === county.id && !WITHOUT_SCHOOLS.has(one.code))
  const below = townships.map((township) => ({
    isStreet: township.name.endsWith('街道'),
    schools: townshipSchools(random, township.name).map(place(township)),
  }))
  // Of a small demo too, some schools lie in villages.
  const [street] = below
  const [village] = below.filter((one) => one !== street && !one.isStreet)
  const late = below.filter((one) => one !== street && one !== village)
  return [
    ...first.map(place(county)),
    ...(street?.schools ?? []),
    ...(village?.schools ?? []),
    ...rest.map(place(county)),
    ...late.flatMap(({ schools }) => schools),
  ]
}

/** School codes: two digits of the kind, 37 for the province, a serial from 990001 on that no real school has. */
function serials(): (kind: SchoolKind) => string {
  const last = new Map<string, number>()
  return (kind) => {
    const head = kind.slice(0, 2)
    const serial = (last.get(head) ?? 990_000) + 1
    last.set(head, serial)
    return `${head}37${serial}`
  }
}

function placeSchools(chosen: readonly Placed[], schoolYear: number, newId: () => string): SeedSchool[] {
  const centralOf = new Map<string, string>()
  return chosen.map(({ draft, county, parent, code }) => {
    const random = randomOf(`figures ${code}`)
    const id = newId()
    if (draft.isCentral) centralOf.set(parent.id, id)
    const centralId = draft.isCentral ? null : (centralOf.get(parent.id) ?? null)
    const stages = codeEntry(SCHOOL_KINDS, draft.kind).stages
    const isRural = ['122', '210', '220'].includes(draft.placeType)
    const figures = figuresOf(random, { size: draft.size, stages, isRural }, schoolYear)
    const isCompulsory = stages.some((stage: Stage) => stage === 'primary' || stage === 'junior')
    return {
      id,
      code,
      kind: draft.belowCentral ? 'teaching_point' : 'school',
      name: draft.name,
      parentId: draft.belowCentral && centralId ? centralId : parent.id,
      schoolKind: draft.kind,
      stages,
      placeType: draft.placeType,
      isPublic: draft.isPublic,
      openedOn: `${draft.openedYear}-09-01`,
      countyId: county.id,
      size: draft.size,
      isRural,
      isCentral: draft.isCentral,
      centralId,
      figures,
      designations: designationsOf(
        random,
        { size: draft.size, stages, isRural, isCompulsory, county: county.name },
        figures,
      ),
    }
  })
}
