// One organisation: what it is, who works there, its classes and pupils, what it was designated as, what stands below.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Facts } from './facts.tsx'
import { Marks, OrganisationsBelow } from './organisation-table.tsx'
import type { DesignationRow, FiguresRow, OrganisationView } from './organisation-views.ts'
import { useT } from './words.tsx'

export function OrganisationRecord({ view }: { view: OrganisationView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        title={view.name}
        tags={<Marks marks={view.marks} />}
        trail={<Breadcrumbs label={t('staff.trail')} crumbs={view.trail} />}
        description={
          <>
            <span className="me-4">{view.kind}</span>
            <span className="tabular-nums">{t('orgs.code_is', { code: view.code })}</span>
          </>
        }
        actions={<Acts view={view} />}
      />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] xl:gap-12">
        <Section id="facts" title={t('orgs.facts')}>
          <Facts facts={view.facts} />
        </Section>
        {view.isTaught && (
          <div className="flex min-w-0 flex-col gap-8">
            <Figures view={view} />
            <Designations view={view} />
          </div>
        )}
      </div>
      {view.below && <Below below={view.below} />}
    </>
  )
}

function Acts({ view }: { view: OrganisationView }) {
  const t = useT()
  return (
    <>
      {view.staff && (
        <LinkButton href={view.staff.href} variant="primary" icon="users">
          {t('orgs.see_staff', { count: view.staff.count })}
        </LinkButton>
      )}
      {view.staff && (
        <LinkButton href={view.staff.overviewHref} icon="chart-column">
          {t('overview.see')}
        </LinkButton>
      )}
      {view.acts.length > 0 && (
        <Menu label={t('orgs.acts')}>
          {view.acts.map((act) => (
            <MenuLink key={act.href} href={act.href}>
              {act.label}
            </MenuLink>
          ))}
        </Menu>
      )}
    </>
  )
}

function Figures({ view }: { view: OrganisationView }) {
  const t = useT()
  const number = (key: keyof FiguresRow, header: string): Column<FiguresRow> => ({
    key,
    header,
    cell: (row) => row[key],
    align: 'end',
  })
  return (
    <Section
      id="figures"
      title={t('orgs.figures')}
      description={t('orgs.figures_about')}
      actions={view.figuresHref && <TextLink href={view.figuresHref}>{t('orgs.figures_enter')}</TextLink>}
    >
      <DataTable
        caption={t('orgs.figures')}
        columns={[
          { key: 'schoolYear', header: t('orgs.school_year'), cell: (row) => row.schoolYear, primary: true },
          { key: 'stage', header: t('orgs.stage'), cell: (row) => row.stage },
          number('classes', t('orgs.classes')),
          number('pupils', t('orgs.pupils')),
          number('boarders', t('orgs.boarders')),
          number('perClass', t('orgs.per_class')),
        ]}
        rows={view.figures}
        rowKey={(row) => row.key}
        empty={<p className="text-ink-soft">{t('orgs.figures_none')}</p>}
      />
    </Section>
  )
}

function Designations({ view }: { view: OrganisationView }) {
  const t = useT()
  return (
    <Section
      id="designations"
      title={t('orgs.designations')}
      actions={view.designateHref && <TextLink href={view.designateHref}>{t('orgs.designate')}</TextLink>}
    >
      <DataTable<DesignationRow>
        caption={t('orgs.designations')}
        columns={[
          {
            key: 'label',
            header: t('orgs.designation'),
            cell: (row) => <Tag tone={row.isNow ? 'amber' : 'neutral'}>{row.label}</Tag>,
            primary: true,
          },
          {
            key: 'from',
            header: t('orgs.from'),
            cell: (row) => <span className="tabular-nums">{row.from}</span>,
          },
          { key: 'to', header: t('orgs.to'), cell: (row) => <span className="tabular-nums">{row.to}</span> },
          { key: 'document', header: t('orgs.document'), cell: (row) => row.document, wrap: true },
        ]}
        rows={view.designations}
        rowKey={(row) => row.key}
        empty={<p className="text-ink-soft">{t('orgs.designations_none')}</p>}
      />
    </Section>
  )
}

function Below({ below }: { below: NonNullable<OrganisationView['below']> }) {
  const t = useT()
  return (
    <Section
      id="below"
      title={t('orgs.below')}
      actions={<TextLink href={below.allHref}>{t('orgs.below_all', { count: below.count })}</TextLink>}
    >
      <OrganisationsBelow rows={below.rows} />
    </Section>
  )
}
