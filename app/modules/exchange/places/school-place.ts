/** Where schools lie, as a bureau pastes it from a sheet: a school a line, its code or name first, its latitude and longitude last. */
import type { Place } from './school-distance.ts'

/** A line that names a school and where it lies. `line` counts from 1. */
export type PlaceLine = Place & { line: number; school: string }

export const LINE_PROBLEMS = ['incomplete', 'outside', 'swapped', 'twice', 'unknown', 'several'] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]
export type RefusedLine = { line: number; text: string; reason: LineProblem }

/** The corners of the country, in degrees. */
const CHINA = { south: 3, north: 54, west: 73, east: 136 }
const SHOWN = 60

/** Reads what was pasted. Cells are set off by tabs, commas or several blanks; blank lines and a heading are passed over. */
export function readPlaceLines(text: string): { lines: PlaceLine[]; refused: RefusedLine[] } {
  const lines: PlaceLine[] = []
  const refused: RefusedLine[] = []
  const seen = new Set<string>()
  text
    .normalize('NFKC')
    .split(/\r?\n/)
    .forEach((raw, at) => {
      const cells = cellsOf(raw)
      if (cells.length === 0 || (at === 0 && isHeading(cells))) return
      const read = readLine(cells)
      const school = cells[0] ?? ''
      const reason = typeof read === 'string' ? read : seen.has(school) ? 'twice' : null
      if (typeof read === 'string' || reason)
        refused.push({ line: at + 1, text: raw.trim().slice(0, SHOWN), reason: reason ?? 'incomplete' })
      else lines.push({ ...read, school, line: at + 1 })
      seen.add(school)
    })
  return { lines, refused }
}

function cellsOf(line: string): string[] {
  const cells = line.split(/\t|[,;、]|\s{2,}/).map((cell) => cell.trim())
  const filled = cells.filter((cell) => cell !== '')
  // "某某小学 36.45 115.98": single blanks set off the numbers alone.
  if (filled.length > 1) return filled
  return (/^(.*\S)\s+(-?[\d.]+)\s+(-?[\d.]+)$/.exec(line.trim())?.slice(1) ?? filled).map((cell) => cell)
}

/** A first line without a single number is the sheet's heading. */
function isHeading(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.slice(1).every((cell) => numberOf(cell) === null)
}

function readLine(cells: readonly string[]): Place | LineProblem {
  const [latitude, longitude] = cells.slice(-2).map(numberOf)
  if (cells.length < 3 || latitude == null || longitude == null) return 'incomplete'
  if (isInChina(latitude, longitude)) return { latitude, longitude }
  return isInChina(longitude, latitude) ? 'swapped' : 'outside'
}

function isInChina(latitude: number, longitude: number): boolean {
  const { south, north, west, east } = CHINA
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east
}

function numberOf(cell: string): number | null {
  return /^-?\d{1,3}(\.\d{1,12})?°?$/.test(cell) ? Number(cell.replace('°', '')) : null
}
