/**
 * Colours of pictures. They are drawn on the server and shown as images, where the theme's variables do not reach: so they
 * stand here. Okabe and Ito's set, darkened for white paper: told apart by every kind of colour vision, and in grey by lightness.
 */
export const palette = {
  series: ['#0f5468', '#c25a00', '#2f8f6b', '#8a4b8f', '#4f86c6', '#8c6d00'],
  /** From good to bad, told apart by their place and by lightness too. */
  tones: { good: '#0f5468', fair: '#6fa3ae', warn: '#e0a24a', bad: '#a63a24' },
  paper: '#fffefb',
  ink: '#22201c',
  soft: '#5c574e',
  line: '#d8d3c7',
  heat: ['#e9f1ef', '#0f5468'],
} as const

/** As in app.css: the machine's own Chinese fonts. Unquoted: they stand in an attribute of the SVG. */
export const fonts =
  'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, system-ui, sans-serif'
