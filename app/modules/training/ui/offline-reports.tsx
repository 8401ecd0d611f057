// The page without a network: what waits, the kinds, and the form of one.
import type { FormView } from '#app/platform/forms/form-view.ts'
import { useOutbox } from '#app/platform/outbox/use-outbox.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ChooseKind, type KindsProps } from './choose-kind.tsx'
import { ReportForm } from './report-form.tsx'
import { WaitingReports } from './waiting-reports.tsx'
import { useT } from './words.tsx'

interface OfflineReportsProps extends KindsProps {
  forms: readonly { kind: string; view: FormView }[]
  /** Null until the browser was asked. */
  here: { holder: string | null; query: string } | null
}

export function OfflineReports({ kinds, forms, here }: OfflineReportsProps) {
  const t = useT()
  const asked = new URLSearchParams(here?.query)
  const form = forms.find(({ kind }) => kind === asked.get('kind'))
  const canWrite = form && !asked.has('corrects')
  return (
    <>
      <Notice
        word={t('training.offline')}
        tone="warning"
        action={<LinkButton href="/me/hours">{t('training.offline_retry')}</LinkButton>}
      >
        {t(here && !here.holder ? 'training.offline_stranger' : 'training.offline_about')}
      </Notice>
      {here?.holder &&
        (canWrite ? (
          <ReportForm
            key={form.kind}
            view={form.view}
            holder={here.holder}
            query={new URLSearchParams({ kind: form.kind }).toString()}
          />
        ) : (
          <OfflineStart holder={here.holder} kinds={kinds} />
        ))}
    </>
  )
}

function OfflineStart({ holder, kinds }: KindsProps & { holder: string }) {
  const outbox = useOutbox(holder)
  return (
    <>
      <WaitingReports outbox={outbox} />
      <ChooseKind kinds={kinds} />
    </>
  )
}
