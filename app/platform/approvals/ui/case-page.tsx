// One case: where it stands as a line of steps, what is to be decided, what was said.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { caseView } from '../case.view.server.ts'
import { useT } from './words.tsx'

interface CasePageProps {
  view: Awaited<ReturnType<typeof caseView>>
  reply: ActReply | undefined
}

export function CasePage({ view, reply }: CasePageProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('approval.title')}
            crumbs={[{ href: '/approvals', label: t('approval.title') }]}
          />
        }
        title={view.title}
        description={view.kind}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={view.href && <LinkButton href={view.href}>{t('approval.open_page')}</LinkButton>}
      />
      <Steps
        label={t('approval.steps')}
        words={{
          done: t('approval.step_done'),
          current: t('approval.step_current'),
          ahead: t('approval.step_ahead'),
        }}
        steps={view.steps}
      />
      {view.notYours && <Notice tone="info" word={view.notYours} />}
      <Section id="facts" title={t('approval.facts')}>
        <FactList facts={view.facts} />
      </Section>
      {view.notices.length > 0 && <Notices view={view} />}
      {view.decide && (
        <Section id="decide" title={t('approval.decide')}>
          <FormBody view={view.decide} reply={reply?.values?.which === 'own' ? undefined : reply} />
        </Section>
      )}
      {view.own && (
        <Section id="own" title={t('approval.own')}>
          <FormBody view={view.own} reply={reply?.values?.which === 'own' ? reply : undefined} />
        </Section>
      )}
      <Section id="said" title={t('approval.said')}>
        <Timeline label={t('approval.said')} groups={[{ heading: '', entries: view.said }]} />
      </Section>
    </>
  )
}

function Notices({ view: { notices, objections } }: Pick<CasePageProps, 'view'>) {
  const t = useT()
  return (
    <Section id="notices" title={t('notice.title')}>
      <FactList
        facts={notices.map(({ title, days, state, href }) => ({
          term: title,
          value: days,
          note: state,
          action: <TextLink href={href}>{t('notice.open')}</TextLink>,
        }))}
      />
      {objections.length > 0 && (
        <Section id="objections" level={3} title={t('notice.objections')}>
          <FactList
            facts={objections.map(({ received, text, answer, outcome, answerHref }) => ({
              term: received,
              value: <p className="whitespace-pre-line break-words">{text}</p>,
              note: answer === null ? t('notice.unanswered') : `${outcome}: ${answer}`,
              action: answerHref && <TextLink href={answerHref}>{t('notice.answer')}</TextLink>,
            }))}
          />
        </Section>
      )}
    </Section>
  )
}
