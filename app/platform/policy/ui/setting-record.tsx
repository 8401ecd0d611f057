// One setting at one place: what holds, what held, and the form that sets it.
import type { FormReply } from '#app/platform/forms/form-reply.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SettingCheck } from './setting-check.tsx'
import type { CheckView, PeriodRow, SettingView } from './views.ts'
import { useT } from './words.tsx'

interface SettingRecordProps {
  view: SettingView
  reply: FormReply | undefined
  check: CheckView | undefined
}

export function SettingRecord({ view, reply, check }: SettingRecordProps) {
  const t = useT()
  const trail = (
    <Breadcrumbs label={t('policy.trail')} crumbs={[{ href: view.listHref, label: t('policy.title') }]} />
  )
  if (check) {
    return (
      <>
        <PageHeader trail={trail} title={t('policy.check_title')} />
        <SettingCheck check={check} />
      </>
    )
  }
  return (
    <>
      <PageHeader trail={trail} title={view.name} description={view.place} />
      <FactList facts={view.facts} />
      <Section id="history" title={t('policy.history')}>
        {view.periods.length > 0 ? (
          <Periods rows={view.periods} />
        ) : (
          <p className="text-ink-soft">{t('policy.history_none')}</p>
        )}
      </Section>
      {view.form && (
        <Section id="set" title={t('policy.set')} description={t('policy.set_about')}>
          <FormBody view={view.form} reply={reply} step={{ name: 'step', value: 'check' }} />
        </Section>
      )}
    </>
  )
}

function Periods({ rows }: { rows: readonly PeriodRow[] }) {
  const t = useT()
  const columns: Column<PeriodRow>[] = [
    { key: 'value', header: t('policy.value'), cell: (row) => row.value, primary: true },
    { key: 'place', header: t('policy.where'), cell: (row) => row.place },
    { key: 'from', header: t('policy.period_from'), cell: (row) => row.validFrom },
    { key: 'until', header: t('policy.period_until'), cell: (row) => row.until },
    { key: 'source', header: t('policy.source'), cell: (row) => row.source, wrap: true },
    { key: 'by', header: t('policy.set_by'), cell: (row) => row.setBy, wrap: true },
  ]
  return <DataTable caption={t('policy.history')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
