// Every setting as it holds at one place on one day.
import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Options } from '#app/ui/options.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SettingRow, SettingsView } from './views.ts'
import { useT } from './words.tsx'

export function SettingsList({ view }: { view: SettingsView }) {
  const t = useT()
  const columns: Column<SettingRow>[] = [
    { key: 'name', header: t('policy.setting'), cell: (row) => row.name, primary: true },
    { key: 'value', header: t('policy.value'), cell: (row) => row.value },
    { key: 'from', header: t('policy.from'), cell: (row) => row.from },
    { key: 'source', header: t('policy.source'), cell: (row) => row.source, wrap: true },
  ]
  return (
    <>
      <PageHeader
        title={t('policy.title')}
        description={t('policy.about')}
        actions={
          <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
            {t('policy.export')}
          </LinkButton>
        }
      />
      <PlaceAndDay key={`${view.placeId} ${view.day}`} view={view} />
      <p className="font-semibold">{view.heading}</p>
      {view.rooms.map(({ name, rows }) => (
        <Section key={name} id={`room-${name}`} title={name}>
          <DataTable
            caption={name}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
            rowHref={(row) => row.href}
          />
        </Section>
      ))}
    </>
  )
}

const control = 'min-h-11 rounded-sm border border-control bg-surface px-2 tabular-nums md:min-h-9'

function PlaceAndDay({ view }: { view: SettingsView }) {
  const t = useT()
  return (
    <Form method="get" action="/policy" className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <label className="flex flex-wrap items-center gap-2">
        <span className="text-ink-soft">{t('policy.place')}</span>
        <select name="place" defaultValue={view.placeId} className={control}>
          <Options options={view.places} />
        </select>
      </label>
      <label className="flex flex-wrap items-center gap-2">
        <span className="text-ink-soft">{t('policy.day')}</span>
        <input type="date" name="day" defaultValue={view.day} className={control} />
      </label>
      <Button>{t('policy.show')}</Button>
      {!view.isToday && <TextLink href={`/policy/${view.placeId}`}>{t('policy.today')}</TextLink>}
    </Form>
  )
}
