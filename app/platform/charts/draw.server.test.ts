/** Pictures: every kind is drawn whole, says its title, draws the same the same way, and has a table that says all of it. */
import { SaxesParser } from 'saxes'
import { afterEach, describe, expect, test } from 'vitest'
import { type Chart, isEmptyChart, tableTwin } from './chart.ts'
import { chartDigest, chartView, drawChart, sendChart } from './draw.server.ts'
import { palette } from './palette.ts'

const size = { width: 640, height: 400 }
const along = {
  title: '在职 <人数> & 年龄',
  unit: '人',
  labels: ['2026', '2027', '2028'],
  labelsName: '年份',
}
const series = [
  { name: '男', values: [12, 0, 7] },
  { name: '女', values: [9, null, 31] },
] as const

const charts: Chart[] = [
  { kind: 'bar', ...along, series },
  { kind: 'line', ...along, series },
  { kind: 'share', ...along, series },
  { kind: 'pyramid', ...along, series },
  {
    ...{ kind: 'heat', title: '送教日历', unit: '次', from: '2026-09-01', to: '2026-12-31' },
    days: [['2026-09-10', 3]],
  },
  {
    ...{ kind: 'flow', title: '交流去向', unit: '人', headings: ['从', '到'] },
    flows: [
      ['城区', '乡村', 12],
      ['乡村', '城区', 3],
    ],
  },
]

/** Throws where the text is no well-formed XML: a browser shows nothing of it then. */
function parsed(svg: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(svg).close()
}

describe.each(charts)('a $kind', (chart) => {
  const svg = drawChart(chart, size)

  test('is a whole picture that says its title, with nothing that is no number', () => {
    expect(svg).toMatch(/^<svg role="img"[^>]*width="640"[^>]*height="400"[\s\S]*<\/svg>$/)
    const title = chart.title.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    expect(svg).toContain(`<title>${title}</title>`)
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/)
    expect(() => parsed(svg)).not.toThrow()
  })

  test('is the same again, whatever was drawn between', () => {
    for (const other of charts) drawChart({ ...other, title: `${other.title} anew` }, size)
    expect(drawChart({ ...chart }, { ...size })).toBe(svg)
    expect(svg).not.toMatch(/zr\d/)
  })

  test('has a table that says all of its figures', () => {
    const { headings, rows } = tableTwin(chart)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toHaveLength(headings.length)
    const figures = rows.flat().filter((cell) => typeof cell === 'number' && cell > 0)
    expect(figures.length).toBeGreaterThan(0)
    expect(isEmptyChart(chart)).toBe(false)
  })
})

test('nothing to show is told as such', () => {
  expect(isEmptyChart({ kind: 'bar', ...along, series: [{ name: '男', values: [0, null, 0] }] })).toBe(true)
  expect(isEmptyChart({ ...along, kind: 'flow', headings: ['a', 'b'], flows: [] })).toBe(true)
})

test('left figures of a pyramid are written as what they are', () => {
  const svg = drawChart(charts[3] as Chart, size)
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
  expect(texts.filter((text) => text?.startsWith('-'))).toEqual([])
})

describe('an answer', () => {
  const [chart] = charts as [Chart]
  const ask = (query: string) => sendChart(new Request(`http://shizi.test/a.svg${query}`), chart, size)
  afterEach(() => expect(ask('').headers.get('Content-Type')).toContain('image/svg+xml'))

  test('under its own digest may be kept by the reader’s browser, under any other not', () => {
    const { src } = chartView(chart, size, '/a.svg')
    expect(ask(src.slice('/a.svg'.length)).headers.get('Cache-Control')).toMatch(/^private, .*immutable$/)
    for (const query of ['', '?v=', '?v=made-up'])
      expect(ask(query).headers.get('Cache-Control')).toBe('no-store')
  })

  test('of other figures has another address', () => {
    const other = { ...chart, series: [{ name: '男', values: [12, 0, 8] }] } as Chart
    expect(chartDigest(other, size)).not.toBe(chartDigest(chart, size))
  })
})

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test('words and series stand out from the paper', () => {
  const against = (hex: string) => (luminance(palette.paper) + 0.05) / (luminance(hex) + 0.05)
  for (const hex of [palette.ink, palette.soft]) expect(against(hex)).toBeGreaterThan(4.5)
  for (const hex of palette.series) expect(against(hex)).toBeGreaterThan(3)
})
