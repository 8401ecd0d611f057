// The year's report of a county, to be printed and signed: as it was drawn up, beside what it would be now.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PrintOnly, ScreenOnly } from '#app/ui/print-only.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { ReportView } from '../reports/report.view.server.ts'
import { Groups, Items, Method } from './parity-parts.tsx'
import { useT } from './parity-words.tsx'

export function ReportPage({ view }: { view: ReportView }) {
  const t = useT()
  const trail = [{ href: '/pay/reports', label: t('pay.reports') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('pay.trail')} crumbs={trail} />}
        title={view.title}
        description={t('pay.report_about', { number: view.number, drawn: view.drawn })}
        actions={
          <>
            {view.acts.map(({ act, href }) => (
              <LinkButton key={act} href={href} variant={act === 'send' ? 'primary' : undefined}>
                {t(`pay.act_${act}`)}
              </LinkButton>
            ))}
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('pay.export')}
            </LinkButton>
            <Button type="button" onClick={() => print()}>
              {t('pay.print')}
            </Button>
          </>
        }
      />
      <p className="mt-4 flex flex-wrap items-center gap-3">
        <Tag tone={view.state.tone}>{view.state.label}</Tag>
        {view.published && <span>{t('pay.report_published_at', { at: view.published })}</span>}
      </p>
      <Section id="answer" title={t('pay.answer')}>
        <p className="mb-3 flex flex-wrap items-center gap-3">
          <Tag tone={view.answer.tone}>{view.answer.label}</Tag>
          {view.benchmark && <span>{t('pay.benchmark_note', view.benchmark)}</span>}
        </p>
        <Compared figures={view.figures} />
      </Section>
      <Section id="items" title={t('pay.items')} description={t('pay.items_about')}>
        <Items items={view.items} total={view.total} />
      </Section>
      <Section id="trend" title={t('pay.trend')}>
        <img
          {...view.picture.size}
          src={view.picture.src}
          alt={view.picture.chart.title}
          className="h-auto max-w-full break-inside-avoid"
        />
      </Section>
      <div className="grid items-start gap-8 xl:grid-cols-2 xl:gap-12">
        <Groups groups={view.groups} />
      </div>
      <Section id="quality" title={t('pay.quality')}>
        <ul className="list-disc ps-6">
          {view.quality.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Method lines={view.method} />
      <PrintOnly>
        <p className="mt-12 grid grid-cols-3 gap-8">
          <span>{t('pay.report_made_by')}</span>
          <span>{t('pay.report_checked_by')}</span>
          <span>{t('pay.report_head')}</span>
        </p>
      </PrintOnly>
    </>
  )
}

type Figure = ReportView['figures'][number]

/** On paper the report alone. */
function Compared({ figures }: { figures: readonly Figure[] }) {
  const t = useT()
  const columns = (header: string): Column<Figure>[] => [
    { key: 'label', header, cell: (row) => row.label, primary: true },
    { key: 'before', header: t('pay.report_then'), cell: (row) => row.before, align: 'end' },
  ]
  const now: Column<Figure> = {
    ...{ key: 'now', header: t('pay.report_now'), align: 'end' },
    cell: (row) => (row.isSame ? row.now : <strong>{row.now}</strong>),
  }
  const table = { caption: t('pay.report_compared'), captionHidden: true, rows: figures }
  return (
    <>
      <ScreenOnly>
        <DataTable
          {...table}
          columns={[...columns(t('pay.report_compared')), now]}
          rowKey={(row) => row.key}
        />
        <p className="mt-2 text-ink-soft">
          {t(figures.every(({ isSame }) => isSame) ? 'pay.report_same' : 'pay.report_differs')}
        </p>
      </ScreenOnly>
      <PrintOnly>
        <DataTable {...table} columns={columns(t('pay.answer'))} rowKey={(row) => row.key} />
      </PrintOnly>
    </>
  )
}
