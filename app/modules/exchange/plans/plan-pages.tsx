// The plans of a round side by side, and one with who goes where and why others do not.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useAgainWhile } from '#app/ui/use-again-while.tsx'
import type { PlansView, PlanView } from './plan.view.server.ts'
import { useT } from './words.tsx'

interface PlansProps {
  view: PlansView
  reply: ActReply | undefined
}

type Row = PlansView['rows'][number]

export function Plans({ view, reply }: PlansProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'name', header: t('plan.title'), cell: (row) => row.name, primary: true },
    {
      ...{ key: 'state', header: t('round.state') },
      cell: ({ state }) => <Tag tone={state.tone}>{state.label}</Tag>,
    },
    { key: 'placed', header: t('plan.placed'), cell: (row) => row.placed, align: 'end' },
    { key: 'unplaced', header: t('plan.unplaced'), cell: (row) => row.unplaced, align: 'end' },
    { key: 'value', header: t('plan.value'), cell: (row) => row.value, align: 'end' },
    { key: 'proof', header: t('plan.proof'), cell: (row) => row.proof },
    { key: 'made', header: t('plan.made'), cell: (row) => row.made, hideOnPhone: true },
  ]
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={view.trail} />}
        title={t('plan.title')}
        description={t('plan.about')}
        actions={view.compareHref && <LinkButton href={view.compareHref}>{t('plan.compare')}</LinkButton>}
      />
      {view.request && <FormBody view={view.request} reply={reply} />}
      {view.rows.length === 0 ? (
        <EmptyState title={t('plan.none')}>{t('plan.none_about')}</EmptyState>
      ) : (
        <DataTable
          caption={t('plan.title')}
          captionHidden
          columns={columns}
          rows={view.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => row.href}
        />
      )}
    </>
  )
}

interface PlanProps {
  view: PlanView
  reply: ActReply | undefined
}

export function Plan({ view, reply }: PlanProps) {
  const t = useT()
  useAgainWhile(view.running !== null)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={view.trail} />}
        title={view.name}
        description={view.made}
        tags={<Tag tone={view.state.tone}>{view.state.label}</Tag>}
        actions={
          <>
            {view.caseHref && <LinkButton href={view.caseHref}>{t('plan.on_its_way')}</LinkButton>}
            {view.placements.length > 0 && (
              <LinkButton href={view.exportHref} icon="file-spreadsheet" download>
                {t('exchange.export')}
              </LinkButton>
            )}
          </>
        }
      />
      {view.running !== null && (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
          <ProgressBar label={view.state.label} text={view.running} />
        </>
      )}
      {view.cancel && <FormBody view={view.cancel} reply={reply} />}
      {view.submit && <FormBody view={view.submit} reply={reply} />}
      {view.facts.length > 0 && <FactList facts={view.facts} />}
      {view.rules.length > 0 && <Rules rules={view.rules} />}
      {view.placements.length > 0 && <Placements placements={view.placements} />}
      {view.left.length > 0 && <Left left={view.left} />}
    </>
  )
}

type RuleRow = PlanView['rules'][number]

function Rules({ rules }: { rules: readonly RuleRow[] }) {
  const t = useT()
  const columns: Column<RuleRow>[] = [
    {
      ...{ key: 'name', header: t('plan.name'), primary: true },
      cell: ({ href, name }) => (href ? <TextLink href={href}>{name}</TextLink> : name),
    },
    { key: 'kind', header: t('plan.rule_kind'), cell: (row) => row.kind },
    { key: 'host', header: t('plan.host'), cell: (row) => row.host, wrap: true },
    { key: 'reason', header: t('plan.rule_reason'), cell: (row) => row.reason, wrap: true },
  ]
  return (
    <Section id="rules" title={t('plan.rules')} description={t('plan.rules_about')}>
      <DataTable
        caption={t('plan.rules')}
        captionHidden
        columns={columns}
        rows={rules}
        rowKey={(row) => row.id}
      />
    </Section>
  )
}

/** To the form by which a volunteer is pinned or kept from a post. */
function RuleLink({ href, name }: { href: string | null; name: string }) {
  const t = useT()
  if (!href) return null
  return (
    <TextLink href={href}>
      {t('plan.rule')}
      <span className="sr-only"> {name}</span>
    </TextLink>
  )
}

type Placement = PlanView['placements'][number]

function Placements({ placements }: { placements: readonly Placement[] }) {
  const t = useT()
  const columns: Column<Placement>[] = [
    { key: 'name', header: t('plan.name'), cell: (row) => row.name, primary: true },
    { key: 'teaching', header: t('need.teaching'), cell: (row) => row.teaching },
    { key: 'home', header: t('plan.home'), cell: (row) => row.home, wrap: true },
    { key: 'host', header: t('plan.host'), cell: (row) => row.host, wrap: true },
    { key: 'rank', header: t('plan.met'), cell: (row) => row.rank },
    { key: 'points', header: t('plan.points'), cell: (row) => row.points, align: 'end' },
    { key: 'rule', header: t('plan.rule'), cell: (row) => <RuleLink href={row.ruleHref} name={row.name} /> },
  ]
  return (
    <Section id="placements" title={t('plan.placements')}>
      <DataTable
        caption={t('plan.placements')}
        captionHidden
        columns={columns}
        rows={placements}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
      />
    </Section>
  )
}

type LeftRow = PlanView['left'][number]

function Left({ left }: { left: readonly LeftRow[] }) {
  const t = useT()
  const columns: Column<LeftRow>[] = [
    { key: 'name', header: t('plan.name'), cell: (row) => row.name, primary: true },
    { key: 'teaching', header: t('need.teaching'), cell: (row) => row.teaching },
    { key: 'home', header: t('plan.home'), cell: (row) => row.home, wrap: true },
    { key: 'why', header: t('plan.why'), cell: (row) => row.why, wrap: true },
    { key: 'rule', header: t('plan.rule'), cell: (row) => <RuleLink href={row.ruleHref} name={row.name} /> },
  ]
  return (
    <Section id="unplaced" title={t('plan.left')}>
      <DataTable
        caption={t('plan.left')}
        captionHidden
        columns={columns}
        rows={left}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
      />
    </Section>
  )
}
