// 档案: who it is in one line, the next thing to do, the facts, the three units, and the life in dates.

import { Why } from '#app/platform/decisions/why.tsx'
import { formatDay } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { AsOfForm } from './as-of-form.tsx'
import { AsOfNotice } from './as-of-notice.tsx'
import { Facts } from './facts.tsx'
import { IdentityNumber, type RevealReply } from './identity-number.tsx'
import type { PersonView } from './staff-views.ts'
import { UnitLanes } from './unit-lanes.tsx'
import { useT } from './words.tsx'

interface PersonRecordProps {
  view: PersonView
  /** The address of the record itself, without a day. */
  href: string
  /** The day shown. */
  day: string
  /** Whether the way up is the staff list (not for the own record). */
  hasList: boolean
  /** Why the day asked for is not shown. */
  problem?: string
  reply?: RevealReply
}

export function PersonRecord({ view, href, day, hasList, problem, reply }: PersonRecordProps) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={view.name}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        trail={
          hasList && (
            <Breadcrumbs
              label={t('staff.trail')}
              crumbs={[{ href: '/staff', label: t('staff.list_title') }]}
            />
          )
        }
        description={
          <>
            <span className="me-4 tabular-nums">{t('staff.number_is', { number: view.staffNumber })}</span>
            {view.headline}
          </>
        }
        actions={<Acts view={view} />}
      />
      {view.asOf && <AsOfNotice day={view.asOf} href={href} />}
      <Section
        id="units"
        title={t('staff.units')}
        description={t('staff.units_about')}
        actions={<AsOfForm day={day} problem={problem} />}
      >
        <UnitLanes lanes={view.lanes} ticks={view.ticks} />
      </Section>
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] xl:gap-12">
        <Section id="facts" title={t('staff.facts')}>
          <Facts
            first={[
              { term: view.identity.kind, value: <IdentityNumber identity={view.identity} reply={reply} /> },
            ]}
            facts={view.facts}
          />
          {view.retirement && <RetirementFact retirement={view.retirement} />}
        </Section>
        <Section
          id="timeline"
          title={t('staff.timeline')}
          description={t('staff.timeline_about')}
          actions={view.auditHref && <TextLink href={view.auditHref}>{t('staff.audit')}</TextLink>}
        >
          <Life view={view} />
        </Section>
      </div>
    </>
  )
}

function Life({ view }: { view: PersonView }) {
  const t = useT()
  const groups = view.timeline.map(({ year, entries }) => ({
    heading: year,
    entries: entries.map(({ importHref, ...entry }) => ({
      ...entry,
      dateTime: entry.date,
      meta: (
        <>
          {entry.meta}
          {importHref && (
            <TextLink href={importHref} className={entry.meta ? 'ms-2' : undefined}>
              {t('staff.life_import')}
            </TextLink>
          )}
        </>
      ),
    })),
  }))
  return <Timeline label={t('staff.timeline')} groups={groups} />
}

function Acts({ view }: { view: PersonView }) {
  const t = useT()
  if (!view.primary) return null
  return (
    <>
      <LinkButton href={view.primary.href} variant="primary">
        {view.primary.label}
      </LinkButton>
      <Menu label={t('staff.more_acts')}>
        {view.acts.map((act) => (
          <MenuLink key={act.href} href={act.href}>
            {act.label}
          </MenuLink>
        ))}
      </Menu>
    </>
  )
}

function RetirementFact({ retirement }: { retirement: NonNullable<PersonView['retirement']> }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div>
      <p>
        <span className="text-ink-soft">{t('staff.retires_on')} </span>
        <span className="font-medium">{formatDay(retirement.date, locale)}</span>
        <span className="ms-2 text-sm text-ink-soft">{retirement.note}</span>
      </p>
      <Why outcome={retirement.outcome} reasons={retirement.reasons} />
    </div>
  )
}
