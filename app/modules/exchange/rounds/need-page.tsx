// One entry of a host school: what it offers; its own form while it may be changed.
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { NeedPageView } from './round.view.server.ts'
import { useT } from './words.tsx'

interface NeedPageProps {
  view: NeedPageView & { trail: FormView['trail']; change: FormView | null; takeBack: FormView | null }
  reply: ActReply | undefined
}

export function NeedPage({ view, reply }: NeedPageProps) {
  const t = useT()
  const isTakingBack = reply?.values?.takeBack === 'yes'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={[...view.trail]} />}
        title={view.title}
        tags={view.marks.map((mark) => (
          <Tag key={mark} tone="neutral">
            {mark}
          </Tag>
        ))}
      />
      {view.change ? (
        <FormBody view={view.change} reply={isTakingBack ? undefined : reply} />
      ) : (
        <FactList facts={view.facts} />
      )}
      {view.takeBack && (
        <Section id="back" title={t('need.take_back')} description={t('need.take_back_about')}>
          <FormBody view={view.takeBack} reply={isTakingBack ? reply : undefined} />
        </Section>
      )}
    </>
  )
}
