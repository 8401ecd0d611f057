// A studio to those who belong to it: its calendar.

import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag, type Tone } from '#app/ui/tag.tsx'
import { Calendar } from '../activities/calendar.tsx'
import type { CalendarPageView } from '../activities/calendar.view.server.ts'
import { FeedSection } from '../feeds/feed-section.tsx'
import { useT } from '../own-words.tsx'
import { OwnStudioTabs } from './own-studio-tabs.tsx'

interface OwnStudioProps {
  view: {
    id: string
    title: string
    about: string
    state: { label: string; tone: Tone }
    newHref: string | null
    exportHref: string
    calendar: CalendarPageView
    feed: { address: string | null; makes: boolean }
  }
}

export function OwnStudioPage({ view }: OwnStudioProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/me/studios', label: t('studios.mine') }]}
          />
        }
        title={view.title}
        description={view.about}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            {view.newHref && (
              <LinkButton href={view.newHref} variant="primary" icon="plus">
                {t('activity.new')}
              </LinkButton>
            )}
            <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
              {t('studios.export')}
            </LinkButton>
          </>
        }
      />
      <OwnStudioTabs studioId={view.id} />
      <Calendar view={view.calendar} />
      <FeedSection {...view.feed} />
    </>
  )
}
