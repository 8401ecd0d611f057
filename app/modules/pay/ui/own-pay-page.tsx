// My pay: what was paid to me by month, and who has looked at it.
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { LookLine, PersonPayView } from '../person.view.server.ts'
import { MonthsTable } from './months-table.tsx'
import { useT } from './words.tsx'

interface OwnPayProps {
  view: PersonPayView
  looks: readonly LookLine[]
}

export function OwnPay({ view, looks }: OwnPayProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('pay.mine')} description={t('pay.mine_about')} />
      <MonthsTable view={view} />
      <Section id="looks" title={t('pay.looks')} description={t('pay.looks_about')}>
        {looks.length === 0 ? (
          <EmptyState title={t('pay.looks_none')} />
        ) : (
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {looks.map(({ key, at, name, organisation }) => (
              <li key={key} className="flex flex-wrap justify-between gap-x-6 py-2">
                <span>{[name, organisation].filter(Boolean).join(' · ')}</span>
                <span className="text-ink-soft tabular-nums">{at}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
