// The second step: every row is being read and checked; it may be left and come back to, or stopped.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Progress } from '../batch.ts'
import { paths } from './paths.ts'
import { RunningJob } from './running-job.tsx'
import { useT } from './words.tsx'

export function CheckingPage({ progress, progressKey }: { progress: Progress; progressKey: string }) {
  const t = useT()
  const pending = useNavigation().formAction === paths.cancel(progress.batchId)
  return (
    <Section id="checking" title={t('imports.checking')} description={t('imports.checking_hint')}>
      <RunningJob pollHref={paths.progress(progress.batchId, progressKey)} progress={progress} />
      <Form method="post" action={paths.cancel(progress.batchId)}>
        <FormKey />
        <Button pending={pending}>{t('imports.cancel')}</Button>
      </Form>
    </Section>
  )
}
