// Two plans side by side: their figures, and everybody whom they do not treat alike.
import { ListFilter, ListSelect } from '#app/platform/lists/ui/list-filter.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CompareView } from './compare.view.server.ts'
import { useT } from './words.tsx'

type Two = NonNullable<CompareView['two']>

export function ComparePlans({ view: { trail, two } }: { view: CompareView }) {
  const t = useT()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs label={t('exchange.trail')} crumbs={trail} />}
        title={t('plan.compare')}
        description={t('plan.compare_about')}
      />
      {two ? <Sides two={two} /> : <EmptyState title={t('plan.compare_none')} />}
    </>
  )
}

function Sides({ two }: { two: Two }) {
  const t = useT()
  const { left, right, options } = two
  const sides = { left: left.name, right: right.name }
  const figures: Column<Two['figures'][number]>[] = [
    { key: 'figure', header: t('plan.compare'), cell: ({ key }) => t(`plan.${key}`), primary: true },
    { key: 'left', header: sides.left, cell: (row) => row.left, align: 'end' },
    { key: 'right', header: sides.right, cell: (row) => row.right, align: 'end' },
  ]
  const people: Column<Two['rows'][number]>[] = [
    { key: 'name', header: t('plan.name'), cell: (row) => row.name, primary: true },
    { key: 'teaching', header: t('need.teaching'), cell: (row) => row.teaching, hideOnPhone: true },
    { key: 'home', header: t('plan.home'), cell: (row) => row.home, wrap: true },
    { key: 'left', header: sides.left, cell: (row) => row.left || t('plan.not_placed'), wrap: true },
    { key: 'right', header: sides.right, cell: (row) => row.right || t('plan.not_placed'), wrap: true },
  ]
  return (
    <>
      <ListFilter key={`${left.id} ${right.id}`} clearHref={two.path}>
        <ListSelect name="left" label={t('plan.compare_left')} options={options} defaultValue={left.id} />
        <ListSelect name="right" label={t('plan.compare_right')} options={options} defaultValue={right.id} />
      </ListFilter>
      <DataTable
        caption={t('plan.compare')}
        captionHidden
        columns={figures}
        rows={two.figures}
        rowKey={(row) => row.key}
      />
      <Section id="differences" title={t('plan.differences')}>
        {two.rows.length === 0 ? (
          <EmptyState title={t('plan.differences_none')} />
        ) : (
          <DataTable
            caption={t('plan.differences')}
            captionHidden
            columns={people}
            rows={two.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => row.href}
          />
        )}
      </Section>
    </>
  )
}
