// What writing a batch does to the registry, in numbers: before it is written, in the report, and before it is undone.
import { formatDay, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { BatchView } from '../batch.ts'
import type { importPagesZhCN } from './messages.zh-CN.ts'
import { useT } from './words.tsx'

type Word = keyof typeof importPagesZhCN
type Line = { term: Word; count: number; note?: Word }

/** The lines that are not zero; the first one stands also at zero, so that the list is never empty. */
function FactsOf({ lines, day }: { lines: readonly Line[]; day: string }) {
  const t = useT()
  const locale = useLocale()
  const shown = lines.filter((line, index) => index === 0 || line.count > 0)
  const facts = shown.map(({ term, count, note }) => ({
    term: t(term),
    value: <span className="font-semibold tabular-nums">{formatNumber(count, locale)}</span>,
    note: note && t(note, { day: formatDay(day, locale) }),
  }))
  return <FactList facts={facts} />
}

/** What is or will be written. */
export function Written({ batch: { counts, asOf } }: { batch: BatchView }) {
  return (
    <FactsOf
      day={asOf}
      lines={[
        { term: 'imports.will_new', count: counts.new },
        { term: 'imports.will_change', count: counts.changed },
        { term: 'imports.will_move', count: counts.moved, note: 'imports.will_move_note' },
        { term: 'imports.will_leave', count: counts.left, note: 'imports.will_leave_note' },
        { term: 'imports.will_create_organisations', count: counts.organisations },
      ]}
    />
  )
}

/** What is not written, and why. */
export function NotWritten({ batch: { counts, asOf } }: { batch: BatchView }) {
  return (
    <FactsOf
      day={asOf}
      lines={[
        { term: 'imports.fate_unchanged', count: counts.unchanged },
        { term: 'imports.fate_conflict', count: counts.conflict, note: 'imports.conflict_note' },
        { term: 'imports.fate_rejected', count: counts.rejected, note: 'imports.rejected_note' },
      ]}
    />
  )
}
