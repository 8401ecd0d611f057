// One activity as the host school sees it, phone first: answer, and afterwards confirm.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Materials } from '../materials/materials.tsx'
import { useT } from '../own-words.tsx'
import type { VisitView } from './activity.view.server.ts'
import { ActivityParts } from './activity-parts.tsx'

export function VisitPage({ view, reply }: { view: VisitView; reply: ActReply | undefined }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/studios/visits', label: t('visit.title') }]}
          />
        }
        title={view.title}
        description={view.studio}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
      />
      <FactList facts={view.facts} />
      {view.answer && (
        <Section id="answer" title={view.answer.title}>
          <FormBody view={view.answer} reply={reply} />
        </Section>
      )}
      {view.confirm && (
        <Section id="confirm" title={view.confirm.title}>
          <FormBody view={view.confirm} reply={reply} />
        </Section>
      )}
      <ActivityParts view={view} />
      <Materials rows={view.materials} addHref={null} reply={undefined} />
    </>
  )
}
