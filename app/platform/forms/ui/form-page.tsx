// Every form page: what is typed, then check-your-answers where something follows, then it is written. Works without script.
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { ActReply, FormView } from '../form-view.ts'
import { CheckAnswers } from './check-answers.tsx'
import { FormBody, type OwnSending } from './form-body.tsx'
import { useT } from './words.tsx'

interface FormPageProps {
  view: FormView
  reply: ActReply | undefined
  sending?: OwnSending
}

export function FormPage({ view, reply, sending }: FormPageProps) {
  const t = useT()
  const trail = view.trail.length > 0 && <Breadcrumbs label={t('form.trail')} crumbs={view.trail} />
  return (
    <>
      <PageHeader
        title={reply?.check?.title ?? view.title}
        description={view.intro}
        trail={trail || undefined}
      />
      {reply?.check ? (
        <CheckAnswers check={reply.check} values={reply.values} />
      ) : (
        <FormBody view={view} reply={reply} sending={sending} />
      )}
    </>
  )
}
