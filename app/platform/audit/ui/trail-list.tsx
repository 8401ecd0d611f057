// The trail: filter, entries, pages, and its proof.

import { useSearchParams } from '@remix-run/react'
import { addressWith } from '#app/platform/http/address.ts'
import type { OrganisationSuggestions } from '#app/platform/http/organisation-suggestions.ts'
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import type { Keyset } from '#app/platform/lists/keyset.ts'
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { type Cells, ListPage } from '#app/platform/lists/ui/list-page.tsx'
import { usePages } from '#app/platform/lists/ui/use-pages.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { OptionGroup } from '#app/ui/field.tsx'
import { FilterText } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { entryPath, type TrailRowView } from '../trail.ts'
import { ProofPanel, type ProofView } from './proof-panel.tsx'
import { trailList } from './trail-list-spec.ts'
import { useT } from './words.tsx'

interface TrailListProps {
  rows: readonly TrailRowView[] | undefined
  /** How many this page shows. */
  shown: number
  previous: Keyset | null
  next: Keyset | null
  isPlaceUnknown: boolean
  organisations: OrganisationSuggestions
  /** Choices of the filter. */
  actions: readonly OptionGroup[]
  mayVerify: boolean
  proof: ProofView | undefined
}

const cells: Cells<keyof typeof trailList.columns, TrailRowView> = {
  what: (row) => row.what,
  about: ({ about, person }) =>
    person?.href ? (
      <TextLink href={person.href}>
        <bdi>{about}</bdi>
      </TextLink>
    ) : (
      <bdi>{about}</bdi>
    ),
  organisation: (row) => row.organisationName,
  who: (row) => row.actorName,
  at: (row) => (
    <time dateTime={row.at} className="whitespace-nowrap tabular-nums">
      {formatMoment(row.at)}
    </time>
  ),
  reason: (row) => row.reason ?? '',
}

export function TrailList(props: TrailListProps) {
  const { isPlaceUnknown, organisations, actions, mayVerify, proof, ...page } = props
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  return (
    <>
      <ListPage
        list={trailList}
        about={t('audit.about')}
        exports={addressWith('/audit/export.xlsx', params, {})}
        count={t('audit.count', { count: formatNumber(page.shown, locale) })}
        pages={usePages(trailList, page)}
        rows={page.rows}
        cells={cells}
        rowKey={(row) => `${row.chainId} ${row.seq}`}
        rowHref={entryPath}
        empty={<EmptyState title={t('audit.empty_title')}>{t('audit.empty_about')}</EmptyState>}
      >
        <TrailFilter organisations={organisations} actions={actions} />
        {isPlaceUnknown && (
          <Notice tone="warning" word={t('audit.place_unknown_title', { text: params.get('place') ?? '' })}>
            {t('audit.place_unknown_about')}
          </Notice>
        )}
      </ListPage>
      {mayVerify && <ProofPanel proof={proof} />}
    </>
  )
}

function TrailFilter({ organisations, actions }: Pick<TrailListProps, 'organisations' | 'actions'>) {
  const t = useT()
  const [params] = useSearchParams()
  const field = (name: string) => ({ name, defaultValue: params.get(name) ?? '' })
  return (
    <ListFilter key={params.toString()} clearHref={trailList.path}>
      <FilterText {...field('from')} type="date" label={t('audit.filter_from')} />
      <FilterText {...field('to')} type="date" label={t('audit.filter_to')} />
      <FilterText
        {...field('place')}
        label={t('audit.filter_place')}
        placeholder={t('audit.filter_place_hint')}
        {...organisations}
        wide
      />
      <FilterText {...field('who')} label={t('audit.filter_who')} placeholder={t('audit.filter_who_hint')} />
      <ListSelect {...field('action')} label={t('audit.filter_action')} groups={actions} />
      <FilterText
        {...field('person')}
        label={t('audit.filter_person')}
        placeholder={t('audit.filter_person_hint')}
      />
    </ListFilter>
  )
}
