// What has become of a batch: progress while it is being written or undone, then the report, made to be printed and
// filed with the sender's sheet.
import { formatMoment, formatNumber } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { type Fact, FactList } from '#app/ui/fact-list.tsx'
import { Notice, type NoticeTone } from '#app/ui/notice.tsx'
import { PrintOnly } from '#app/ui/print-only.tsx'
import { Section } from '#app/ui/section.tsx'
import { type BatchState, type BatchView, type Progress, runningStates } from '../batch.ts'
import { NotWritten, Written } from './consequences.tsx'
import { paths } from './paths.ts'
import { RunningJob } from './running-job.tsx'
import { checkedStates } from './states.ts'
import type { SubjectView } from './views.ts'
import { useT } from './words.tsx'

interface ResultPageProps {
  batch: BatchView
  about: SubjectView
  /** Only while a job runs. */
  progress: Progress | null
  progressKey: string
}

export function ResultPage({ batch, about, progress, progressKey }: ResultPageProps) {
  const t = useT()
  if (progress && (batch.state === 'committing' || batch.state === 'undoing')) {
    return (
      <Section
        id="running"
        title={t(`imports.${batch.state}`)}
        description={t(`imports.${batch.state}_hint`)}
      >
        <RunningJob pollHref={paths.progress(batch.id, progressKey)} progress={progress} />
      </Section>
    )
  }
  return (
    <>
      <Ending batch={batch} />
      <Actions batch={batch} about={about} />
      {checkedStates.includes(batch.state) && !runningStates.includes(batch.state) && (
        <Report batch={batch} about={about} />
      )}
    </>
  )
}

const tones: Partial<Record<BatchState, NoticeTone>> = {
  committed: 'success',
  undone: 'info',
  cancelled: 'info',
}

function Ending({ batch }: { batch: BatchView }) {
  const t = useT()
  const { state } = batch
  if (state !== 'committed' && state !== 'undone' && state !== 'cancelled') return null
  return (
    <Notice tone={tones[state]} word={t(`imports.ended_${state}`)}>
      {t(`imports.ended_${state}_hint`)}
    </Notice>
  )
}

type OfBatch = Pick<ResultPageProps, 'batch' | 'about'>

function Actions({ batch: { id, state, counts }, about: { after } }: OfBatch) {
  const t = useT()
  return (
    <ButtonRow>
      {state === 'committed' && (
        <LinkButton href={after.href} variant="primary">
          {after.label}
        </LinkButton>
      )}
      {(state === 'cancelled' || state === 'refused') && (
        <LinkButton href={paths.start} variant="primary">
          {t('imports.start')}
        </LinkButton>
      )}
      {checkedStates.includes(state) && counts.rejected + counts.conflict > 0 && (
        <LinkButton href={paths.rejected(id)} icon="download" download>
          {t('imports.download_rejected')}
        </LinkButton>
      )}
      {state === 'committed' && (
        <LinkButton href={paths.undo(id)} variant="quiet">
          {t('imports.undo_open')}
        </LinkButton>
      )}
    </ButtonRow>
  )
}

function Report({ batch, about }: OfBatch) {
  const t = useT()
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2 md:gap-10">
        <Section id="written" title={t('imports.report_written')}>
          <Written about={about} />
        </Section>
        <Section id="not-written" title={t('imports.will_not_write')}>
          <NotWritten batch={batch} />
        </Section>
      </div>
      <Section id="source" title={t('imports.report_source')}>
        <SourceFacts batch={batch} />
      </Section>
      <PrintOnly>
        <p className="pt-10">{t('imports.report_signatures')}</p>
      </PrintOnly>
    </>
  )
}

function SourceFacts({ batch }: { batch: BatchView }) {
  const t = useT()
  const locale = useLocale()
  const by = (when: string | null, who: string | null) => when && `${formatMoment(when)} ${who ?? ''}`
  const facts: (Fact | null)[] = [
    { term: t('imports.rows'), value: formatNumber(batch.counts.rows, locale) },
    { term: t('imports.uploaded'), value: by(batch.createdAt, batch.createdByName) },
    batch.committedAt
      ? { term: t('imports.committed_by'), value: by(batch.committedAt, batch.committedByName) }
      : null,
    batch.undoneAt ? { term: t('imports.undone_by'), value: by(batch.undoneAt, batch.undoneByName) } : null,
    batch.profile?.name ? { term: t('imports.profile'), value: batch.profile.name } : null,
    batch.digest
      ? {
          term: t('imports.digest'),
          value: <span className="font-mono text-sm break-all">{batch.digest}</span>,
          note: t('imports.digest_note'),
        }
      : null,
  ]
  return <FactList facts={facts.filter((fact) => fact !== null)} />
}
