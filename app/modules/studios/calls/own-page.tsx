// The teacher's own page of a call, phone first: what is asked, whether they may, the plan.
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useT } from '../own-words.tsx'
import type { OwnCallView } from './own.view.server.ts'

export function OwnCall({ view, reply }: { view: OwnCallView; reply: ActReply | undefined }) {
  const t = useT()
  const isWithdrawing = reply?.values?.which === 'withdraw'
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
        tags={view.state && <Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={<Why {...view.why} />}
      />
      {!view.may && view.isOpen && <Notice tone="warning" word={t('application.may_not')} />}
      <FactList facts={view.facts} />
      {view.about && <p className="max-w-prose whitespace-pre-wrap">{view.about}</p>}
      {view.form ? (
        <Section id="apply" title={view.form.title}>
          <FormBody view={view.form} reply={isWithdrawing ? undefined : reply} />
        </Section>
      ) : (
        view.sent && (
          <Section id="sent" title={t('application.sent')}>
            <FactList facts={view.sent.facts} />
            <p className="mt-4 max-w-prose whitespace-pre-wrap">{view.sent.plan}</p>
          </Section>
        )
      )}
      {view.withdraw && (
        <Section
          id="withdraw"
          title={t('application.withdraw_title')}
          description={t('application.withdraw_about')}
        >
          <FormBody view={view.withdraw} reply={isWithdrawing ? reply : undefined} />
        </Section>
      )}
    </>
  )
}
