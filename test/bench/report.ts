/** What a case found, as lines of a table and as JSON. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'

/** One line of the table: a figure next to the one it is measured against. */
export type Finding = {
  case: string
  figure: string
  beside: string
  /** Figure against the one beside it, or the figure itself where the bound is an amount. */
  value: number
  /** How the value is written. */
  shown: string
  /** Null: told for comparison only. */
  bound: { atMost: number } | { atLeast: number } | null
  /** What is not in the line: single runs, single pages, plans. */
  details: Record<string, unknown>
}

export type Verdict = 'ok' | 'over' | ''

export function verdictOf({ value, bound }: Finding): Verdict {
  if (bound === null) return ''
  return ('atMost' in bound ? value <= bound.atMost : value >= bound.atLeast) ? 'ok' : 'over'
}

/** A ratio with two digits after the point. */
export function ratio(value: number): { value: number; shown: string } {
  return { value, shown: `${value.toFixed(2)}×` }
}

const headings = ['case', 'figure', 'beside', 'ratio', 'bound', ''] as const

/** The table as text, columns aligned; names are ASCII so that widths hold. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((one) => [
    one.case,
    one.figure,
    one.beside,
    one.shown,
    boundText(one),
    verdictOf(one),
  ])
  const all = [[...headings], headings.map(() => ''), ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  const [head = [], , ...rest] = all
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rest.map(line)]
    .map((text) => text.trimEnd())
    .join('\n')
}

function boundText({ bound, shown }: Finding): string {
  if (bound === null) return ''
  const unit = /[^\d.,]*$/.exec(shown)?.[0] ?? ''
  return 'atMost' in bound ? `<= ${bound.atMost}${unit}` : `>= ${bound.atLeast}${unit}`
}

/** Writes bench-results/<time>.json and answers its path. */
export function writeJson(root: string, run: Record<string, unknown>, findings: readonly Finding[]): string {
  const directory = path.join(root, 'bench-results')
  mkdirSync(directory, { recursive: true })
  const at = new Date().toISOString()
  const file = path.join(directory, `${at.replaceAll(':', '-').slice(0, 19)}.json`)
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryMb: totalmem() >> 20 }
  const cases = findings.map((one) => ({ ...one, verdict: verdictOf(one) }))
  const whole = { at, commit: commitOf(root), node: process.version, machine, ...run, cases }
  writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`)
  return file
}

function commitOf(root: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return null
  }
}

/** Progress, one line each, kept apart from the table. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
