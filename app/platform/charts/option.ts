/** A chart as ECharts takes it. Nothing moves: it is drawn once, on the server. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Chart } from './chart.ts'
import { fonts, palette } from './palette.ts'

export type Size = { width: number; height: number }

type ChartOf<Kind extends Chart['kind']> = Extract<Chart, { kind: Kind }>

const text = { color: palette.ink, fontFamily: fonts, fontSize: 14 }
const axisLook = {
  axisLabel: { ...text, color: palette.soft },
  axisLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: palette.line } },
}
/** Labels lie within these margins. */
const grid = {
  ...{ left: 8, right: 16, top: 44, bottom: 8 },
  ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
}

/** Counts are whole; an axis without this shows half a person. */
const countAxis = { type: 'value' as const, minInterval: 1, ...axisLook }

export function optionOf(chart: Chart): EChartsCoreOption {
  return {
    animation: false,
    color: [...palette.series],
    backgroundColor: palette.paper,
    textStyle: text,
    ...partsOf(chart),
  }
}

function partsOf(chart: Chart): EChartsCoreOption {
  switch (chart.kind) {
    case 'bar':
    case 'line':
      return alongOf(chart)
    case 'share':
      return shareOf(chart)
    case 'pyramid':
      return pyramidOf(chart)
    case 'heat':
      return heatOf(chart)
    case 'flow':
      return flowOf(chart)
  }
}

const legendOf = (series: readonly { name: string }[]) =>
  series.length > 1 ? { legend: { top: 4, left: 0, textStyle: text, icon: 'rect', itemHeight: 12 } } : {}

function alongOf({ kind, labels, series }: ChartOf<'bar' | 'line'>): EChartsCoreOption {
  return {
    ...legendOf(series),
    grid,
    xAxis: { type: 'category', data: [...labels], ...axisLook },
    yAxis: countAxis,
    series: series.map(({ name, values }, at) => ({
      ...{
        type: kind,
        name,
        data: [...values],
        symbolSize: 7,
        lineStyle: { width: 2.5, type: dashes[at % 3] },
      },
      ...(kind === 'bar' && {
        barMaxWidth: 36,
        label: { show: series.length === 1, position: 'top', ...text },
      }),
    })),
  }
}

/** Lines differ by more than colour. */
const dashes = ['solid', 'dashed', 'dotted'] as const

function shareOf({ labels, series }: ChartOf<'share'>): EChartsCoreOption {
  const wholes = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const share = (value: number | null, at: number) => {
    const whole = wholes[at] ?? 0
    return whole === 0 ? 0 : Math.round(((value ?? 0) / whole) * 1000) / 10
  }
  return {
    ...legendOf(series),
    grid,
    xAxis: { ...countAxis, max: 100, axisLabel: { ...axisLook.axisLabel, formatter: '{value}%' } },
    yAxis: { type: 'category', data: [...labels], inverse: true, ...axisLook },
    series: series.map(({ name, values, tone }) => ({
      ...{ type: 'bar', name, stack: 'whole', barMaxWidth: 28, data: values.map(share) },
      ...(tone && { itemStyle: { color: palette.tones[tone] } }),
    })),
  }
}

/** Left figures are drawn as negative ones and written as what they are. */
function pyramidOf({ labels, series: [left, right] }: ChartOf<'pyramid'>): EChartsCoreOption {
  const most = roundAbove(Math.max(1, ...[...left.values, ...right.values].map((value) => value ?? 0)))
  const side = (name: string, values: readonly (number | null)[], sign: 1 | -1) => ({
    ...{ type: 'bar', name, stack: 'age', barCategoryGap: '20%' },
    data: values.map((value) => sign * (value ?? 0)),
  })
  const written = (value: number) => String(Math.abs(value))
  return {
    ...legendOf([left, right]),
    grid,
    xAxis: {
      ...countAxis,
      ...{ min: -most, max: most, interval: most / 2 },
      axisLabel: { ...axisLook.axisLabel, formatter: written },
    },
    yAxis: { type: 'category', data: [...labels], ...axisLook },
    series: [side(left.name, left.values, -1), side(right.name, right.values, 1)],
  }
}

/** Steps that people count in. */
const roundSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The next end of an axis, whose half is round too. */
function roundAbove(value: number): number {
  const half = Math.ceil(value / 2)
  const power = 10 ** Math.floor(Math.log10(half))
  const step = roundSteps.find((one) => one * power >= half && Number.isInteger(one * power)) ?? 10
  return step * power * 2
}

function heatOf({ from, to, days }: ChartOf<'heat'>): EChartsCoreOption {
  const most = Math.max(1, ...days.map(([, value]) => value))
  return {
    calendar: {
      ...{ range: [from, to], left: 36, right: 8, top: 32, cellSize: ['auto', 'auto'] },
      ...{ dayLabel: { ...text, nameMap: 'ZH', firstDay: 1 }, monthLabel: { ...text, nameMap: 'ZH' } },
      ...{ yearLabel: { show: false }, splitLine: { lineStyle: { color: palette.ink } } },
      itemStyle: { color: palette.paper, borderColor: palette.line },
    },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [...palette.heat] } },
    series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: days.map((day) => [...day]) }],
  }
}

function flowOf({ flows }: ChartOf<'flow'>): EChartsCoreOption {
  // A place can give and take: on each side it is another node.
  const from = [...new Set(flows.map(([name]) => name))].map((name) => ({ name: `< ${name}`, label: name }))
  const to = [...new Set(flows.map(([, name]) => name))].map((name) => ({ name: `> ${name}`, label: name }))
  return {
    series: [
      {
        ...{ type: 'sankey', left: 8, right: 96, top: 12, bottom: 12, nodeGap: 10, layoutIterations: 32 },
        data: [...from, ...to].map(({ name, label }) => ({ name, label: { formatter: label } })),
        links: flows.map(([a, b, value]) => ({ source: `< ${a}`, target: `> ${b}`, value })),
        label: text,
        lineStyle: { color: 'source', opacity: 0.35 },
      },
    ],
  }
}
