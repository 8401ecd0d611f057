// The year's report of a place, to be printed and signed: figures, reasons, tables, how they were made.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PrintOnly } from '#app/ui/print-only.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OverviewView } from '../overview/overview.view.server.ts'
import { useT } from './oversight-words.tsx'
import { LinesTable, Whole } from './overview-page.tsx'

interface ReportProps {
  view: OverviewView
  method: readonly string[]
}

export function TrainingReport({ view, method }: ReportProps) {
  const t = useT()
  const trail = [{ href: view.overviewHref, label: t('training.overview') }]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('training.trail')} crumbs={trail} />}
        title={t('training.report_of', { place: view.name, year: view.year })}
        description={t('training.report_about')}
        actions={
          <Button type="button" onClick={() => print()}>
            {t('training.print')}
          </Button>
        }
      />
      {view.whole ? (
        <>
          <Whole whole={view.whole} seenOn={view.seenOn} />
          {view.parts.map(({ key, title, chart, lines }) => (
            <Section key={key} id={`by-${key}`} title={title}>
              {chart && (
                <img
                  {...chart.size}
                  src={chart.src}
                  alt={chart.chart.title}
                  className="h-auto max-w-full break-inside-avoid"
                />
              )}
              {lines.length > 0 && <LinesTable header={title} lines={lines} />}
            </Section>
          ))}
          <Section id="method" title={t('training.report_method')}>
            <ol className="list-decimal ps-6">
              {method.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </Section>
          <PrintOnly>
            <p className="mt-12 grid grid-cols-3 gap-8">
              <span>{t('training.report_made_by')}</span>
              <span>{t('training.report_checked_by')}</span>
              <span>{t('training.report_day')}</span>
            </p>
          </PrintOnly>
        </>
      ) : (
        <EmptyState title={t('training.overview_none')}>{t('training.overview_none_about')}</EmptyState>
      )}
    </>
  )
}
