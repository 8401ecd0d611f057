// Every form page of the registry: what is typed, then check-your-answers, then it is written. Works without script.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { summaryOf, typedValue } from '#app/platform/http/form-reply.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { FormField } from './form-field.tsx'
import type { ActReply, CheckView, FormView } from './form-view.ts'
import { Why } from './why.tsx'
import { useT } from './words.tsx'

interface ActFormProps {
  view: FormView
  reply: ActReply | undefined
}

export function ActForm({ view, reply }: ActFormProps) {
  const t = useT()
  const trail = <Breadcrumbs label={t('staff.trail')} crumbs={view.trail} />
  if (reply?.check) {
    return (
      <>
        <PageHeader title={reply.check.title} description={view.intro} trail={trail} />
        <CheckAnswers check={reply.check} values={reply.values} />
      </>
    )
  }
  return (
    <>
      <PageHeader title={view.title} description={view.intro} trail={trail} />
      <div className="flex max-w-form flex-col gap-6">
        {view.notice && (
          <Notice word={view.notice.word} tone={view.notice.tone}>
            {view.notice.text}
          </Notice>
        )}
        {view.why && <Why {...view.why} />}
        <ErrorSummary
          title={t(reply?.errors[''] ? 'staff.not_done' : 'form.summary')}
          errors={summaryOf(reply, t)}
        />
        {reply?.instead && (
          <Notice
            word={reply.instead.word}
            action={<TextLink href={reply.instead.href}>{reply.instead.label}</TextLink>}
          >
            {reply.instead.text}
          </Notice>
        )}
        <Fields view={view} reply={reply} />
      </div>
    </>
  )
}

function Fields({ view, reply }: ActFormProps) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <Form method="post" id="form" className="flex flex-col gap-8" noValidate>
      <FormKey />
      {Object.entries(view.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={typedValue(reply, name, value)} />
      ))}
      {view.sections.map((section) => (
        <section key={section.id} aria-labelledby={section.title && `${section.id}-title`}>
          {section.title && (
            <h2
              id={`${section.id}-title`}
              className="mb-3 border-b border-line-strong pb-1 text-lg font-semibold"
            >
              {section.title}
            </h2>
          )}
          {section.description && <p className="mb-4 text-ink-soft">{section.description}</p>}
          <div className="flex flex-col gap-6">
            {section.fields.map((field) => (
              <FormField key={field.name} field={field} reply={reply} />
            ))}
          </div>
        </section>
      ))}
      <ButtonRow>
        <Button type="submit" variant="primary" pending={pending} pendingLabel={t('staff.working')}>
          {view.submitLabel}
        </Button>
        <LinkButton href={view.cancelHref} variant="quiet">
          {t('app.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  )
}

/** Nothing is written yet: the lines say what will be, and the way back keeps what was typed. */
function CheckAnswers({ check, values }: { check: CheckView; values: ActReply['values'] }) {
  const t = useT()
  const pending = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="flex max-w-form flex-col gap-6">
      <FormKey />
      {Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <FactList
        facts={check.lines.map((line) => ({
          term: line.term,
          value: line.after,
          note: noteOf(line.before, t),
        }))}
      />
      {check.consequences.length > 0 && (
        <Notice word={t('staff.check_then')} tone={check.isDanger ? 'warning' : 'info'}>
          <ul className="flex flex-col gap-1">
            {check.consequences.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ButtonRow>
        <Button
          type="submit"
          name="intent"
          value="commit"
          variant={check.isDanger ? 'danger' : 'primary'}
          pending={pending}
          pendingLabel={t('staff.working')}
        >
          {check.confirmLabel}
        </Button>
        <Button type="submit" name="intent" value="edit" disabled={pending}>
          {t('staff.check_back')}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function noteOf(before: string | undefined, t: ReturnType<typeof useT>) {
  return before === undefined ? undefined : t('staff.check_before', { before })
}
