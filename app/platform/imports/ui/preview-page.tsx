// The third step: what the file would change, in figures, in remarks and row by row, before anything is written.
import { formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import type { BatchView, BesideTable } from '../batch.ts'
import { Beside } from './beside.tsx'
import { LeftOut } from './left-out.tsx'
import { OutcomeTiles } from './outcome-tiles.tsx'
import type { Fate } from './outcomes.ts'
import { paths } from './paths.ts'
import { Remarks } from './remarks.tsx'
import { RowsTable } from './rows-table.tsx'
import type { LeftOutView, RemarkView, RowView, SubjectView } from './views.ts'
import { useT } from './words.tsx'

export interface PreviewPageProps {
  batch: BatchView
  fate: Fate
  rows: readonly RowView[]
  /** Whether this is not the first page, and the key of the next. */
  isLater: boolean
  next: string | null
  remarks: readonly RemarkView[]
  leftOut: LeftOutView
  beside: readonly BesideTable[]
  about: SubjectView
}

export function PreviewPage(props: PreviewPageProps) {
  const { batch, remarks, beside, about } = props
  const t = useT()
  return (
    <>
      <NextStep batch={batch} />
      <Section id="outcomes" title={t('imports.outcomes')}>
        <OutcomeTiles
          label={t('imports.outcomes')}
          counts={batch.counts}
          hasLeft={about.hasLeft}
          current={props.fate}
          hrefFor={(fate) => paths.previewOf(batch.id, fate)}
        />
        <Rows {...props} />
      </Section>
      <Remarks remarks={remarks} />
      <LeftOut leftOut={props.leftOut} canTakeIn={batch.state === 'ready'} />
      <Beside tables={beside} />
    </>
  )
}

function NextStep({ batch }: { batch: BatchView }) {
  const t = useT()
  const { counts } = batch
  const hasRefused = counts.rejected + counts.conflict > 0
  return (
    <ButtonRow>
      {batch.state === 'ready' && (
        <LinkButton href={paths.commit(batch.id)} variant="primary">
          {t('imports.to_commit')}
        </LinkButton>
      )}
      {hasRefused && (
        <LinkButton href={paths.rejected(batch.id)} icon="download" download>
          {t('imports.download_rejected')}
        </LinkButton>
      )}
      {batch.state === 'ready' && (
        <LinkButton href={paths.mapping(batch.id)} variant="quiet">
          {t('imports.to_mapping')}
        </LinkButton>
      )}
    </ButtonRow>
  )
}

function Rows({ batch, fate, rows, isLater, next }: PreviewPageProps) {
  const t = useT()
  const locale = useLocale()
  const title = t(`imports.fate_${fate}`)
  if (rows.length === 0) return <EmptyState title={t('imports.no_rows', { fate: title })} />
  return (
    <>
      <RowsTable caption={title} rows={rows} />
      <Pagination
        label={t('imports.pages')}
        countText={t('imports.count_of', { fate: title, count: formatNumber(batch.counts[fate], locale) })}
        first={isLater ? paths.previewOf(batch.id, fate) : undefined}
        next={next === null ? undefined : paths.previewOf(batch.id, fate, next)}
        words={{
          first: t('imports.page_first'),
          previous: t('imports.page_previous'),
          next: t('imports.page_next'),
        }}
      />
    </>
  )
}
