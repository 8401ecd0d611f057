/** Looks up the command line's words; a catalogue of its own, so that no page carries them to a browser. */
import { cliEn } from './messages.en.ts'
import { cliZhCN } from './messages.zh-CN.ts'

export type CliWords = (key: keyof typeof cliZhCN, values?: Record<string, string | number>) => string

/** Words for a terminal's locale: Chinese for `zh…`, else English. */
export function wordsFor(terminalLocale: string): CliWords {
  const catalogue = terminalLocale.startsWith('zh') ? cliZhCN : cliEn
  return (key, values = {}) =>
    catalogue[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
