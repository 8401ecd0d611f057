// One report of hours: what was said, its proof, why it is worth what it is, its ledger, and what may be done with it.
import type { ReactNode } from 'react'
import { Why } from '#app/platform/decisions/why.tsx'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs, type Crumb } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { EntryActs, EntryPageView } from '../entry.view.server.ts'
import { useT } from './words.tsx'

interface EntryPageProps {
  view: EntryPageView & { acts: EntryActs; trail: readonly Crumb[] }
  reply: (ActReply & { act?: string }) | undefined
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
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-6">
          <Section id="facts" title={t('training.facts')}>
            <FactList facts={view.facts} />
          </Section>
          <Section id="why" title={t('training.why')}>
            <Why {...view.why} />
          </Section>
          <ActForm name="approve" view={acts.approve} reply={reply} />
          <ActForm name="return" view={acts.return} about={t('training.return_about')} reply={reply} />
          <ActForm name="reverse" view={acts.reverse} about={t('training.reverse_about')} reply={reply} />
          <ActForm name="withdraw" view={acts.withdraw} about={t('training.withdraw_about')} reply={reply} />
        </div>
        <div className="flex flex-col gap-6">
          <Section id="proof" title={t('training.proof')}>
            {proof ? <Proof proof={proof} /> : <p className="text-ink-soft">{t('training.proof_none')}</p>}
          </Section>
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

interface ActFormProps {
  name: keyof EntryActs
  view: FormView | undefined
  about?: string
  reply: EntryPageProps['reply']
}

function ActForm({ name, view, about, reply }: ActFormProps) {
  const t = useT()
  if (!view) return null
  return (
    <Section id={name} title={t(`training.${name}`)} description={about}>
      <FormBody
        view={{ ...view, hidden: { ...view.hidden, act: name } }}
        reply={reply?.values?.act === name ? reply : undefined}
      />
    </Section>
  )
}
