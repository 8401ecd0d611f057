// My pay: what was paid to me by month, and who has looked at it.
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OwnKindView } from '../own-kind.server.ts'
import type { LookLine, PersonPayView } from '../person.view.server.ts'
import { MonthsTable } from './months-table.tsx'
import { useT } from './words.tsx'

interface OwnPayProps {
  view: PersonPayView
  looks: readonly LookLine[]
  kind: OwnKindView
}

export function OwnPay({ view, looks, kind }: OwnPayProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('pay.mine')} description={t('pay.mine_about')} />
      <MonthsTable view={view} />
      {kind && <Kind kind={kind} />}
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

type KindView = NonNullable<OwnKindView>
type KindLine = NonNullable<KindView['lines']>[number]

/** Beside published averages; of a year that nobody has published, that alone is said. */
function Kind({ kind: { mine, lines } }: { kind: KindView }) {
  const t = useT()
  const columns: Column<KindLine>[] = [
    { key: 'label', header: t('pay.kind_group'), cell: (row) => row.label, primary: true },
    { key: 'average', header: t('pay.kind_average'), cell: (row) => row.average, align: 'end' },
  ]
  return (
    <Section id="kind" title={t('pay.kind')} description={t('pay.kind_about')}>
      {lines ? (
        <>
          <p className="mb-3">{t('pay.kind_mine', { mine: mine ?? '' })}</p>
          <DataTable
            caption={t('pay.kind')}
            captionHidden
            columns={columns}
            rows={lines}
            rowKey={(row) => row.key}
          />
        </>
      ) : (
        <p className="text-ink-soft">{t('pay.kind_none')}</p>
      )}
    </Section>
  )
}
