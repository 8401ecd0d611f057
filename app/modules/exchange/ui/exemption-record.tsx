// One exemption: what it is, its proof, and its early end.
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from './due-words.tsx'
import type { ExemptionRecordView } from './exemption-views.ts'

interface ExemptionRecordProps {
  view: ExemptionRecordView & { end: FormView | null }
  reply: ActReply | undefined
}

export function ExemptionRecord({ view, reply }: ExemptionRecordProps) {
  const t = useT()
  const { proof } = view
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('exchange.trail')}
            crumbs={[{ href: '/exchange/exemptions', label: t('exemption.title') }]}
          />
        }
        title={t('exemption.of', { name: view.name, kind: view.kind })}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={<LinkButton href={view.personHref}>{t('due.why')}</LinkButton>}
      />
      <FactList facts={view.facts} />
      <Section id="proof" title={t('exemption.proof')}>
        {proof ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="min-w-0 break-all">{proof.name}</span>
            <span className="text-ink-soft tabular-nums">{proof.size}</span>
            <LinkButton href={proof.href} icon="download" download>
              {t('exemption.proof_download')}
            </LinkButton>
          </div>
        ) : (
          <p className="text-ink-soft">{t('exemption.no_proof')}</p>
        )}
      </Section>
      {view.end && (
        <Section id="end" title={t('exemption.end')} description={t('exemption.end_about')}>
          <FormBody view={view.end} reply={reply} />
        </Section>
      )}
    </>
  )
}
