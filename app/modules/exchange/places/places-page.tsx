// Where schools lie: the list, and the form into which a sheet's rows are pasted.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import type { RowsOnce } from '#app/platform/lists/drawn-rows.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { ExchangeTabs } from '../ui/exchange-tabs.tsx'
import { PlaceFilter } from '../ui/place-filter.tsx'
import type { PlacesView } from './place.view.server.ts'
import { placeList } from './place-list.ts'
import { useT } from './words.tsx'

const digits = (value: number | string | null) => <span className="tabular-nums">{value}</span>

const cells: Cells<keyof typeof placeList.columns, PlacesView['rows'][number]> = {
  name: (row) => row.name,
  code: (row) => digits(row.code),
  county: (row) => row.county,
  latitude: (row) => digits(row.latitude),
  longitude: (row) => digits(row.longitude),
}

interface PlacesProps {
  view: RowsOnce<PlacesView>
  reply: ActReply | undefined
  organisations: OrganisationSuggestions
}

export function Places({ view, reply, organisations }: PlacesProps) {
  const t = useT()
  const { values, options, isPlaceUnknown } = view.filter
  return (
    <>
      <ListPage
        list={placeList}
        about={t('place.about')}
        exports={view.exportHref}
        count={view.total}
        pages={view.pages}
        rows={view.rows}
        cells={cells}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('place.none')} />}
      >
        <ExchangeTabs />
        <ListFilter key={JSON.stringify(values)} clearHref="/exchange/places">
          <ListSelect name="known" label={t('place.known')} options={options} defaultValue={values.known} />
          <PlaceFilter value={values.place} organisations={organisations} />
        </ListFilter>
        {isPlaceUnknown && <Notice tone="warning" word={t('due.place_unknown')} />}
      </ListPage>
      {view.form && (
        <Section id="new" title={t('place.new')} description={t('place.new_about')}>
          <FormBody view={view.form} reply={reply} />
        </Section>
      )}
    </>
  )
}
