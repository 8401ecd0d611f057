// One report of hours: what was said, its proof, why it is worth what it is, its ledger, and what may be done with it.
import type { ReactNode } from 'react'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs, type Crumb } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { WhySheet } from '#app/ui/why-sheet.tsx'
import type { EntryActs, EntryPageView } from '../entry.view.server.ts'
import { useT } from './words.tsx'

interface EntryPageProps {
  view: EntryPageView & { acts: EntryActs; trail: readonly Crumb[] }
  reply: ActReply | undefined
  actions?: ReactNode
}

export function EntryPage({ view, reply, actions }: EntryPageProps) {
  const t = useT()
  const { acts, proof } = view
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('training.trail')} crumbs={view.trail} />}
        title={view.title}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={actions}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <Section id="proof" title={t('training.proof')}>
          {view.sameProof && (
            <Notice tone="danger" word={t('training.same_proof')}>
              {view.sameProof}
            </Notice>
          )}
          {proof ? <Proof proof={proof} /> : <p className="text-ink-soft">{t('training.proof_none')}</p>}
        </Section>
        <div className="flex flex-col gap-6">
          <Section id="facts" title={t('training.facts')}>
            <FactList facts={view.facts} />
          </Section>
          <WhySheet
            open
            label={t('training.why')}
            {...view.why}
            words={{
              number: t('training.why_number'),
              fact: t('training.why_fact'),
              clause: t('training.why_clause'),
            }}
          />
          {acts.approve && (
            <FormBody view={named('approve', acts.approve)} reply={replyTo('approve', reply)} />
          )}
          <ActForm name="judge" view={acts.judge} about={t('training.judge_about')} reply={reply} />
          <ActForm name="return" view={acts.return} about={t('training.return_about')} reply={reply} />
          <ActForm name="reverse" view={acts.reverse} about={t('training.reverse_about')} reply={reply} />
          <ActForm name="withdraw" view={acts.withdraw} about={t('training.withdraw_about')} reply={reply} />
          <Section id="ledger" title={t('training.ledger')}>
            <Timeline label={t('training.ledger')} groups={[{ heading: '', entries: view.ledger }]} />
          </Section>
        </div>
      </div>
    </>
  )
}

function Proof({ proof: { href, name, isPicture } }: { proof: NonNullable<EntryPageView['proof']> }) {
  const t = useT()
  return (
    <div className="flex flex-col items-start gap-3">
      {isPicture && (
        <img src={href} alt={t('training.proof_picture', { name })} className="max-h-[70vh] max-w-full" />
      )}
      <span className="min-w-0 break-all text-sm">{name}</span>
      <LinkButton href={href} icon="download" download>
        {t('training.proof_download')}
      </LinkButton>
    </div>
  )
}

type Act = keyof EntryActs

/** The form with its name: a page has several, and the answer belongs to one. */
const named = (act: Act, view: FormView): FormView => ({ ...view, hidden: { ...view.hidden, act } })
const replyTo = (act: Act, reply: EntryPageProps['reply']) => (reply?.values?.act === act ? reply : undefined)

interface ActFormProps {
  name: Exclude<Act, 'approve'>
  view: FormView | undefined
  about: string
  reply: EntryPageProps['reply']
}

function ActForm({ name, view, about, reply }: ActFormProps) {
  const t = useT()
  if (!view) return null
  return (
    <Section id={name} title={t(`training.${name}`)} description={about}>
      <FormBody view={named(name, view)} reply={replyTo(name, reply)} />
    </Section>
  )
}
