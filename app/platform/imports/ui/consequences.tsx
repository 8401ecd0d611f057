// What writing a batch does, in figures: before it is written, in the report, and before it is undone.
import { formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { BatchView } from '../batch.ts'
import type { SubjectView } from './views.ts'
import { useT } from './words.tsx'

function Figure({ children }: { children: string }) {
  return <span className="font-semibold tabular-nums">{children}</span>
}

/** What is or will be written. */
export function Written({ about: { written } }: { about: SubjectView }) {
  return <FactList facts={written.map((line) => ({ ...line, value: <Figure>{line.value}</Figure> }))} />
}

/** What is not written, and why. The first line stands also at zero, so that the list is never empty. */
export function NotWritten({ batch: { counts } }: { batch: BatchView }) {
  const t = useT()
  const locale = useLocale()
  const figure = (count: number) => <Figure>{formatNumber(count, locale)}</Figure>
  const facts = [
    { term: t('imports.fate_unchanged'), value: figure(counts.unchanged) },
    counts.conflict > 0 && {
      ...{
        term: t('imports.fate_conflict'),
        value: figure(counts.conflict),
        note: t('imports.conflict_note'),
      },
    },
    counts.rejected > 0 && {
      ...{
        term: t('imports.fate_rejected'),
        value: figure(counts.rejected),
        note: t('imports.rejected_note'),
      },
    },
  ]
  return <FactList facts={facts.filter((fact) => fact !== false)} />
}
