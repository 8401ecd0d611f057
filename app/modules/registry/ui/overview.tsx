// The staff of an organisation at a glance: how old, and who goes when.
import { ChartFigure } from '#app/platform/charts/chart-figure.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OverviewView } from './overview-view.server.ts'
import { useT } from './words.tsx'

export function Overview({ view }: { view: OverviewView }) {
  const t = useT()
  const { name, href, total, day, charts, unknown } = view
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('staff.trail')} crumbs={[{ href, label: name }]} />}
        title={t('overview.title', { name })}
        description={t('overview.about', { total, day })}
      />
      {unknown && <Notice word={t('overview.left_out')}>{unknown}</Notice>}
      <div className="grid items-start gap-8 xl:grid-cols-2 xl:gap-12">
        {charts.map(({ key, title, about, view: chart }) => (
          <Section key={key} id={key} title={title} description={about}>
            <ChartFigure {...chart} />
          </Section>
        ))}
      </div>
    </>
  )
}
