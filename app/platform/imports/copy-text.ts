/** Values as COPY text (PostgreSQL's text format). */

const NEEDS_ESCAPE = /[\\\t\n\r]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export function copyText(value: string | null | undefined): string {
  if (value === null || value === undefined) return '\\N'
  return NEEDS_ESCAPE.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : value
}
