// Yearly targets: where each county stands, and what the next five years bring.
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from './due-words.tsx'
import { ExchangeTabs } from './exchange-tabs.tsx'
import type { ForecastRowView, TargetRowView, TargetsView } from './target-views.ts'

export function TargetList({ view }: { view: TargetsView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('target.title')}
        description={t('target.about')}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('exchange.export')}
          </LinkButton>
        }
      />
      <ExchangeTabs />
      <ListFilter key={view.yearValue} clearHref="/exchange/targets">
        <ListSelect name="year" label={t('target.year')} options={view.years} defaultValue={view.yearValue} />
      </ListFilter>
      {view.rows.length === 0 ? (
        <EmptyState title={t('target.none')}>{t('target.none_about')}</EmptyState>
      ) : (
        <>
          <Section id="standing" title={t('target.standing', { year: view.year })}>
            <StandingTable rows={view.rows} caption={t('target.standing', { year: view.year })} />
          </Section>
          <Section id="forecast" title={t('target.forecast')} description={t('target.forecast_about')}>
            <ForecastTable rows={view.forecast} caption={t('target.forecast')} />
            {view.forecastByCounty.map((county) => (
              <Disclosure key={county.id} label={county.name}>
                <ForecastTable rows={county.rows} caption={county.name} />
              </Disclosure>
            ))}
          </Section>
        </>
      )}
    </>
  )
}

function StandingTable({ rows, caption }: { rows: readonly TargetRowView[]; caption: string }) {
  const t = useT()
  const number = (key: keyof TargetRowView & string, header: string, hideOnPhone = false) => ({
    key,
    header,
    cell: (row: TargetRowView) => String(row[key]),
    align: 'end' as const,
    hideOnPhone,
  })
  const columns: Column<TargetRowView>[] = [
    { key: 'name', header: t('target.county'), cell: (row) => row.name, primary: true },
    number('due', t('target.due')),
    number('exempt', t('target.exempt'), true),
    number('deferred', t('target.deferred'), true),
    number('targetShare', t('target.share_wanted'), true),
    number('target', t('target.target')),
    number('gone', t('target.gone')),
    number('share', t('target.share')),
    number('backbone', t('target.backbone'), true),
    number('backboneShare', t('target.backbone_share')),
    {
      key: 'states',
      header: t('target.state'),
      cell: ({ states }) => (
        <span className="flex flex-wrap gap-1.5">
          {states.map((state) => (
            <Tag key={state.label} tone={state.tone}>
              {state.label}
            </Tag>
          ))}
        </span>
      ),
      wrap: true,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={(row) => row.href ?? undefined}
    />
  )
}

function ForecastTable({ rows, caption }: { rows: readonly ForecastRowView[]; caption: string }) {
  const t = useT()
  const columns: Column<ForecastRowView>[] = [
    { key: 'year', header: t('target.year'), cell: (row) => row.year, primary: true },
    { key: 'due', header: t('target.forecast_due'), cell: (row) => row.due, align: 'end' },
    { key: 'new', header: t('target.forecast_new'), cell: (row) => row.newlyDue, align: 'end' },
    { key: 'retiring', header: t('target.forecast_retiring'), cell: (row) => row.retiring, align: 'end' },
    { key: 'target', header: t('target.forecast_target'), cell: (row) => row.target, align: 'end' },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={(row) => row.href}
    />
  )
}
