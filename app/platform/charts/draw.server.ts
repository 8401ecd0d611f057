/** Draws a chart as SVG, on the server; a drawing is kept by what it shows, so that the same is drawn once. */
import { createHash } from 'node:crypto'
import { BarChart, HeatmapChart, LineChart, SankeyChart } from 'echarts/charts'
import {
  CalendarComponent,
  GridComponent,
  LegendComponent,
  VisualMapContinuousComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from './chart.ts'
import { optionOf, type Size } from './option.ts'

use([
  ...[BarChart, LineChart, HeatmapChart, SankeyChart],
  ...[GridComponent, CalendarComponent, LegendComponent, VisualMapContinuousComponent, SVGRenderer],
])

/** A hash of everything a drawing depends on. */
export function chartDigest(chart: Chart, size: Size): string {
  return createHash('sha256')
    .update(JSON.stringify([chart, size]))
    .digest('hex')
    .slice(0, 32)
}

const MOST_KEPT = 200
const kept = new Map<string, string>()

/** The SVG, with its title as what is read aloud. */
export function drawChart(chart: Chart, size: Size): string {
  const digest = chartDigest(chart, size)
  const drawn = kept.get(digest) ?? draw(chart, size)
  // The latest used stand last: the first is the one to go.
  kept.delete(digest)
  kept.set(digest, drawn)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return drawn
}

function draw(chart: Chart, size: Size): string {
  const echarts = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    echarts.setOption(optionOf(chart))
    const svg = echarts.renderToSVGString()
    const title = escaped(chart.title)
    // ECharts numbers its classes over the life of the process: by what it shows, a drawing is the same each time.
    return svg
      .replace(/zr\d+-/g, 'c-')
      .replace(/<svg\b[^>]*>/, (open) => `${open.replace('<svg', '<svg role="img"')}<title>${title}</title>`)
  } finally {
    echarts.dispose()
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * A drawing as an answer. An address that names the drawing's digest (`?v=`) may be kept for good by the reader's own browser,
 * for another picture has another address; any other is asked for anew each time.
 */
export function sendChart(request: Request, chart: Chart, size: Size): Response {
  const digest = chartDigest(chart, size)
  const isNamed = new URL(request.url).searchParams.get('v') === digest
  const headers = {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Cache-Control': isNamed ? 'private, max-age=31536000, immutable' : 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  }
  return new Response(drawChart(chart, size), { headers })
}

/** What a page needs to show a chart whose drawing is at `path`, which may have a query. */
export function chartView(chart: Chart, size: Size, path: string) {
  return { chart, size, src: `${path}${path.includes('?') ? '&' : '?'}v=${chartDigest(chart, size)}` }
}
export type ChartView = ReturnType<typeof chartView>
