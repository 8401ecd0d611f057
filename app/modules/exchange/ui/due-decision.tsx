// One person's decision, open: for HR behind a row of the list, for a teacher as their own page.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { WhySheet } from '#app/ui/why-sheet.tsx'
import type { DecisionView } from './due-views.ts'
import { useT } from './due-words.tsx'

export function DueDecision({ view, listHref }: { view: DecisionView; listHref: string }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={t('exchange.trail')} crumbs={[{ href: listHref, label: t('due.title') }]} />
        }
        title={t('due.decision', { name: view.name })}
        description={t('due.decision_about', { school: view.school, year: view.year, day: view.day })}
        tags={<OutcomeTag view={view} />}
        actions={
          <>
            {view.recordHref && (
              <LinkButton href={view.recordHref} icon="calendar-check">
                {t('due.record_exemption')}
              </LinkButton>
            )}
            {view.staffHref && <LinkButton href={view.staffHref}>{t('due.staff_record')}</LinkButton>}
          </>
        }
      />
      <DecisionBody view={view} contact={t('due.contact_hr')} />
    </>
  )
}

/** The teacher's own, on the phone. */
export function MyDueDecision({ view }: { view: DecisionView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={t('due.mine')}
        description={t('due.mine_about')}
        tags={<OutcomeTag view={view} />}
        actions={<LinkButton href="/me/round">{t('due.my_round')}</LinkButton>}
      />
      <DecisionBody view={view} contact={t('due.contact_me')} />
    </>
  )
}

function OutcomeTag({ view: { decided } }: { view: DecisionView }) {
  if (!decided) return null
  const { label, tone } = decided.why.outcome
  return <Tag tone={tone}>{label}</Tag>
}

function DecisionBody({ view, contact }: { view: DecisionView; contact: string }) {
  const t = useT()
  const { decided, exemptions } = view
  return (
    <>
      <Tabs label={t('due.of_year')} tabs={view.years} />
      {decided ? (
        <>
          <Section id="why" title={t('due.why')}>
            <WhySheet
              open
              label={t('app.why')}
              outcome={decided.why.outcome}
              reasons={decided.why.reasons}
              words={{
                number: t('why.number'),
                fact: t('why.fact'),
                clause: t('why.clause'),
              }}
              contact={contact}
            />
          </Section>
          <Section id="facts" title={t('due.facts')}>
            <FactList facts={decided.facts} columns={2} />
          </Section>
        </>
      ) : (
        <EmptyState title={t('due.not_in_service', { day: view.day })} />
      )}
      <Section id="exemptions" title={t('due.exemptions')}>
        {exemptions.length === 0 ? (
          <p className="text-ink-soft">{t('due.no_exemptions')}</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {exemptions.map((one) => (
              <li key={`${one.label}${one.period}`} className="flex flex-wrap gap-x-4 gap-y-1 py-2.5">
                <span className="font-medium">
                  {one.href ? <TextLink href={one.href}>{one.label}</TextLink> : one.label}
                </span>
                <span className="tabular-nums">{one.period}</span>
                <Tag tone={one.state.tone}>{one.state.label}</Tag>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
