// One application as the bureau reads it.
import { Why } from '#app/platform/decisions/why.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../words.tsx'
import type { ApplicationPageView } from './call.view.server.ts'

export function ApplicationPage({ view }: { view: ApplicationPageView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('studios.trail')}
            crumbs={[{ href: '/studios/calls', label: t('call.title') }, view.call]}
          />
        }
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            <Why {...view.why} />
            <LinkButton href={view.staffHref}>{t('studios.staff_record')}</LinkButton>
          </>
        }
      />
      <FactList facts={view.facts} />
      <Section id="plan" title={t('application.plan')}>
        <p className="max-w-prose whitespace-pre-wrap">{view.plan}</p>
      </Section>
      {view.comments.length > 0 && (
        <Section id="comments" title={t('call.comments')}>
          <ul className="divide-y divide-line border-y border-line">
            {view.comments.map((text) => (
              <li key={text} className="whitespace-pre-wrap py-3">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
