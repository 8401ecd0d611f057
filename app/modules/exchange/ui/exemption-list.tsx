// Exemptions and deferrals: filter, rows, pages.

import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from './due-words.tsx'
import { ExchangeTabs } from './exchange-tabs.tsx'
import type { ExemptionListView, ExemptionRowView } from './exemption-views.ts'
import { exemptionList } from './lists.ts'
import { PlaceFilter } from './place-filter.tsx'

interface ExemptionListProps {
  view: RowsOnce<ExemptionListView>
  organisations: OrganisationSuggestions
}

const day = (text: string) => <span className="tabular-nums">{text}</span>

const cells: Cells<keyof typeof exemptionList.columns, ExemptionRowView> = {
  name: (row) => row.name,
  number: (row) => day(row.staffNumber),
  school: (row) => row.school,
  kind: (row) => row.kind,
  from: (row) => day(row.validFrom),
  until: (row) => day(row.lastDay),
  document: (row) => row.documentNo,
  proof: (row) => <ProofMark hasProof={row.hasProof} />,
  state: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
}

function ProofMark({ hasProof }: Pick<ExemptionRowView, 'hasProof'>) {
  const t = useT()
  return t(hasProof ? 'exchange.yes' : 'exchange.no')
}

export function ExemptionList({ view, organisations }: ExemptionListProps) {
  const t = useT()
  return (
    <ListPage
      list={exemptionList}
      about={t('exemption.about')}
      actions={
        view.canRecord && (
          <LinkButton href="/exchange/exemptions/new" variant="primary" icon="file-plus">
            {t('exemption.new')}
          </LinkButton>
        )
      }
      exports={view.exportHref}
      count={view.total}
      pages={view.pages}
      rows={view.rows}
      cells={cells}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      empty={<EmptyState title={t('exemption.none')}>{t('exemption.none_about')}</EmptyState>}
    >
      <ExchangeTabs />
      <ExemptionFilterBar filter={view.filter} organisations={organisations} />
      {view.filter.isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
    </ListPage>
  )
}

interface FilterProps {
  filter: ExemptionListView['filter']
  organisations: OrganisationSuggestions
}

function ExemptionFilterBar({ filter: { values, kinds, states }, organisations }: FilterProps) {
  const t = useT()
  return (
    <ListFilter key={JSON.stringify(values)} clearHref="/exchange/exemptions">
      <ListSelect name="kind" label={t('exemption.kind')} groups={kinds} defaultValue={values.kind} />
      <ListSelect name="state" label={t('exemption.state')} options={states} defaultValue={values.state} />
      <PlaceFilter value={values.place} organisations={organisations} />
    </ListFilter>
  )
}
