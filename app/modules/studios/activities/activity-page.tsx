// One activity as its studio sees it.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs, type Crumb } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Materials } from '../materials/materials.tsx'
import { useT } from '../own-words.tsx'
import type { ActivityView } from './activity.view.server.ts'
import { ActivityParts } from './activity-parts.tsx'

interface ActivityPageProps {
  view: ActivityView & { trail: Crumb[] }
  reply: ActReply | undefined
}

export function ActivityPage({ view, reply }: ActivityPageProps) {
  const t = useT()
  const { counter } = view
  const said = reply?.values?.takes
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('studios.trail')} crumbs={view.trail} />}
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={view.acts.map(({ href, label, act }) => (
          <LinkButton key={href} href={href} {...(act === 'held' && { variant: 'primary' })}>
            {label}
          </LinkButton>
        ))}
      />
      {counter && (
        <Section id="counter" title={t('visit.counter')} description={counter.text}>
          {counter.note && <Notice word={t('visit.note')}>{counter.note}</Notice>}
          <div className="mt-4 flex flex-wrap gap-4">
            <FormBody view={counter.takes} reply={said === 'yes' ? reply : undefined} />
            <FormBody view={counter.refuses} reply={said === 'no' ? reply : undefined} />
          </div>
        </Section>
      )}
      <FactList facts={view.facts} />
      <ActivityParts view={view} />
      <Materials rows={view.materials} addHref={view.addMaterial} reply={reply} />
    </>
  )
}
