// One candidate: who, the plan, the conditions, how the position comes about, and what the reader can say.
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { CandidateView } from './cohort.view.server.ts'

export function CandidatePage({ view, reply }: { view: CandidateView; reply: ActReply | undefined }) {
  const t = useT()
  const isEnding = reply?.values?.which === 'end'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('cohort.trail')} crumbs={view.trail} />}
        title={view.name}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={<Why {...view.why} />}
      />
      <FactList facts={view.facts} />
      <Section id="plan" title={t('candidate.plan')}>
        <p className="max-w-prose whitespace-pre-wrap">{view.plan}</p>
      </Section>
      {view.county && (
        <Section id="county" title={view.county.title} description={t('candidate.county_about')}>
          <FormBody view={view.county} reply={isEnding ? undefined : reply} />
        </Section>
      )}
      {view.end && (
        <Section id="end" title={view.end.title} description={t('candidate.end_about')}>
          <FormBody view={view.end} reply={isEnding ? reply : undefined} />
        </Section>
      )}
    </>
  )
}
