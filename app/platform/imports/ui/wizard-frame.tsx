// The head of every page of one batch: whose file it is, where it stands, the four steps, and what stopped it.
import type { ReactNode } from 'react'
import { formatDay, formatMoment } from '#app/platform/i18n/format.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Steps } from '#app/ui/steps.tsx'
import type { BatchView } from '../batch.ts'
import { BatchProblem } from './batch-problem.tsx'
import { paths } from './paths.ts'
import { StateTag } from './state-tag.tsx'
import { stepNames } from './states.ts'
import { wizardSteps } from './wizard-steps.ts'
import { useT } from './words.tsx'

interface WizardFrameProps {
  batch: BatchView
  /** The last part of the open page's address. */
  page: string
  children: ReactNode
}

export function WizardFrame({ batch, page, children }: WizardFrameProps) {
  const t = useT()
  const locale = useLocale()
  const open = stepNames.find((name) => name === page) ?? null
  const steps = wizardSteps(batch, open).map(({ name, state, href }) => ({
    state,
    href,
    label: t(`imports.step_${name}`),
  }))
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        trail={
          <Breadcrumbs
            label={t('imports.trail')}
            crumbs={[{ href: paths.list, label: t('imports.title') }]}
          />
        }
        title={<bdi className="break-all">{batch.fileName}</bdi>}
        tags={<StateTag batch={batch} />}
        description={t('imports.about', {
          organisation: batch.organisationName,
          day: formatDay(batch.asOf, locale),
          who: batch.createdByName,
          when: formatMoment(batch.createdAt),
        })}
      />
      <Steps
        label={t('imports.steps')}
        words={{
          done: t('imports.step_is_done'),
          current: t('imports.step_is_current'),
          ahead: t('imports.step_is_ahead'),
        }}
        steps={steps}
      />
      <BatchProblem batch={batch} here={`${paths.batch(batch.id)}/${page}`} />
      {children}
    </div>
  )
}
