// The form itself: errors on top and beside their fields, one column, or named sections beside a list that jumps to them.
import { Form, useNavigation } from '@remix-run/react'
import type { FormEvent } from 'react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Why } from '#app/platform/decisions/why.tsx'
import { type FormReply, summaryOf, typedValue } from '#app/platform/forms/form-reply.ts'
import type { Translate } from '#app/platform/i18n/translate.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { classes } from '#app/ui/class-names.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ActReply, FieldKind, FormSection, FormView } from '../form-view.ts'
import { DraftOffer, useDraftKeeping } from './draft.tsx'
import { FormField } from './form-field.tsx'
import { useT } from './words.tsx'

/** From so many sections on a form is long: it is laid out beside a list of them. */
const LONG_FORM = 3

interface FormBodyProps {
  view: Omit<FormView, 'title' | 'trail' | 'intro'>
  reply: ActReply | undefined
  /** The submit button's name and value, where the form has several steps. */
  step?: { name: string; value: string }
  sending?: OwnSending
}

/** The page sends the form itself, where it must wait for a network; without script the browser does. */
export interface OwnSending {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  isUnderWay: boolean
}

export function FormBody({ view, reply: answered, step, sending }: FormBodyProps) {
  const t = useT()
  const reply: ActReply | undefined = answered ?? draftReply(view)
  const isLong = view.sections.length >= LONG_FORM
  const isSubmitting = useNavigation().state === 'submitting'
  const pending = sending?.isUnderWay ?? isSubmitting
  const keeping = useDraftKeeping(view.draft, answered !== undefined)
  const hasFile = view.sections.some(({ fields }) => fields.some(({ kind }) => kind === 'file'))
  return (
    <div className={classes('flex flex-col gap-6', !isLong && 'max-w-form')}>
      {!answered && <DraftOffer draft={view.draft} />}
      {view.notice && (
        <Notice word={view.notice.word} tone={view.notice.tone}>
          {view.notice.text}
        </Notice>
      )}
      {view.why && <Why {...view.why} />}
      <ErrorSummary
        title={t(reply?.errors[''] ? 'form.not_done' : 'form.summary')}
        errors={namedProblems(view.sections, reply, t)}
      />
      {reply?.instead && (
        <Notice
          word={reply.instead.word}
          action={<TextLink href={reply.instead.href}>{reply.instead.label}</TextLink>}
        >
          {reply.instead.text}
        </Notice>
      )}
      <div className={isLong ? 'gap-10 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]' : undefined}>
        {isLong && <SectionJumps sections={view.sections} />}
        <Form
          method="post"
          id="form"
          encType={hasFile ? 'multipart/form-data' : undefined}
          className="flex min-w-0 flex-col gap-8"
          noValidate
          {...keeping}
          onSubmit={(event) => {
            keeping.onSubmit?.()
            sending?.onSubmit(event)
          }}
        >
          <FormKey />
          {Object.entries(view.hidden ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={typedValue(reply, name, value)} />
          ))}
          {view.sections.map((section) => (
            <Section key={section.id} section={section} reply={reply} isLong={isLong} />
          ))}
          <ButtonRow>
            <Button
              type="submit"
              variant="primary"
              pending={pending}
              pendingLabel={view.sendingLabel ?? t('form.working')}
              {...step}
            >
              {view.submitLabel}
            </Button>
            {view.cancelHref && (
              <LinkButton href={view.cancelHref} variant="quiet">
                {t('app.cancel')}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      </div>
    </div>
  )
}

function draftReply({ draft }: Pick<FormView, 'draft'>): FormReply | undefined {
  return draft?.values && { errors: {}, values: draft.values }
}

/** "Fill this in" says of which field; what names its field already stands as it is. */
function namedProblems(sections: readonly FormSection[], reply: FormReply | undefined, t: Translate) {
  const labels = new Map(sections.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])))
  return summaryOf(reply, t).map((problem) => {
    const label = labels.get(problem.fieldId.split('.')[0] ?? '')
    const isPlain = reply?.errors[problem.fieldId]?.startsWith('form.')
    return label && isPlain
      ? { ...problem, message: t('form.problem', { label, problem: problem.message }) }
      : problem
  })
}

/** Where the sections of a long form are. */
function SectionJumps({ sections }: { sections: readonly FormSection[] }) {
  const t = useT()
  return (
    <nav aria-label={t('form.sections')} className="mb-6 lg:mb-0">
      <ol className="flex flex-wrap gap-x-5 border-line lg:sticky lg:top-24 lg:flex-col lg:border-s lg:ps-4">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}-title`}
              className="inline-flex min-h-11 items-center text-accent hover:underline md:min-h-9"
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Fields that need the whole width of a form of two columns. */
const wide: readonly FieldKind[] = ['area', 'checks', 'rows', 'radio']

interface SectionProps {
  section: FormSection
  reply: FormReply | undefined
  isLong: boolean
}

function Section({ section: { id, title, description, fields }, reply, isLong }: SectionProps) {
  return (
    <section aria-labelledby={title && `${id}-title`}>
      {title && (
        <h2
          id={`${id}-title`}
          tabIndex={-1}
          className="mb-3 scroll-mt-24 border-b border-line-strong pb-1 text-lg font-semibold"
        >
          {title}
        </h2>
      )}
      {description && <p className="mb-4 text-ink-soft">{description}</p>}
      <div
        className={classes('flex flex-col gap-6', isLong && 'lg:grid lg:grid-cols-2 lg:items-end lg:gap-x-8')}
      >
        {fields.map((field) => (
          <div key={field.name} className={isLong && wide.includes(field.kind) ? 'lg:col-span-2' : undefined}>
            <FormField field={field} reply={reply} />
          </div>
        ))}
      </div>
    </section>
  )
}
