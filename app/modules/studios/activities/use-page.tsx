// Whether a teacher uses what they saw: one question, on the phone.
import type { ActReply } from '#app/platform/forms/form-view.ts'
import { FormBody } from '#app/platform/forms/ui/form-body.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useT } from '../own-words.tsx'
import type { UseView } from './use.view.server.ts'

interface UsePageProps {
  view: UseView
  reply: (ActReply & { received?: boolean }) | undefined
}

export function UsePage({ view, reply }: UsePageProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={view.title} description={view.about} />
      {reply?.received ? (
        <Notice tone="success" word={t('use.thanks')}>
          {t('use.thanks_about')}
        </Notice>
      ) : (
        <FormBody view={view.form} reply={reply} />
      )}
    </>
  )
}
