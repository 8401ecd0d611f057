// The year's report of a place, to be printed and signed: figures, reasons, tables, how they were made.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PrintOnly } from '#app/ui/print-only.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OverviewView } from '../overview/overview.view.server.ts'
import { Tables, Whole } from './overview-page.tsx'
import { useT } from './words.tsx'

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
          <div className="grid gap-8 print:block">
            {view.charts.map(({ key, title, view: chart }) => (
              <Section key={key} id={`chart-${key}`} title={title}>
                <div className="max-w-form break-inside-avoid">
                  <ChartFigure {...chart} />
                </div>
              </Section>
            ))}
          </div>
          <Tables view={view} />
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
