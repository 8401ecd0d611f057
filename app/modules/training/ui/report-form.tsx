// The form of a report. Kept on the phone before it is sent: without a network it waits there, refused it comes back with its photo.
import { useNavigate } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ActReply, FormView } from '#app/platform/forms/form-view.ts'
import { FormPage } from '#app/platform/forms/ui/form-page.tsx'
import { newId } from '#app/platform/ids.ts'
import { type Outbox, useOutbox } from '#app/platform/outbox/use-outbox.tsx'
import { contentOf, type WaitingForm } from '#app/platform/outbox/waiting-form.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { REPORT_FORM, REPORT_OVERLAP, REPORT_SEND, WAITING } from '../outbox.ts'
import { WaitingReports } from './waiting-reports.tsx'
import { useT } from './words.tsx'

interface ReportFormProps {
  view: FormView
  /** The account whose report it is. */
  holder: string
  /** Of the page: kind, and what it begins with. */
  query: string
  /** Of a form that the browser posted itself. */
  reply?: ActReply
}

export function ReportForm({ view, holder, query, reply }: ReportFormProps) {
  const t = useT()
  const { step, outbox, onSubmit, refused } = useReport(view, holder, query)
  const { overlap, lookForOverlap } = useOverlap(query)
  if (step === 'waiting') return <Waiting outbox={outbox} />
  const keptFile = refused?.file && t('training.kept_file', { name: refused.file.name })
  const hinted = withHints(view, { startsOn: overlap, ...(keptFile && { proof: keptFile }) })
  return (
    <div onInput={lookForOverlap}>
      <VisuallyHidden>
        <span role="status">{overlap}</span>
      </VisuallyHidden>
      <FormPage
        key={refused?.id}
        view={hinted}
        reply={refused ? replyOf(refused) : reply}
        sending={{ onSubmit, isUnderWay: step === 'sending' }}
      />
    </div>
  )
}

type Step = 'typing' | 'sending' | 'waiting'

function useReport(view: FormView, holder: string, query: string) {
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>('typing')
  const [refused, setRefused] = useState<WaitingForm | null>(null)
  const outbox = useOutbox(holder, () => step === 'waiting' && navigate('/me/hours'))
  const { find } = outbox
  const params = new URLSearchParams(query)
  const named = params.get(WAITING)
  for (const own of [WAITING, 'draft']) params.delete(own)

  useEffect(() => {
    if (named) find(named).then(setRefused, () => undefined)
  }, [find, named])

  const send = async ({ id }: WaitingForm) => {
    const sent = await outbox.send().catch(() => [])
    const heard = sent.find((one) => one.id === id)?.heard
    if (heard && 'in' in heard && heard.in) return navigate(heard.path)
    const left = await find(id)
    // Another tab was faster.
    if (!left) return navigate('/me/hours')
    setRefused(left.refusal && left)
    setStep(left.refusal ? 'typing' : 'waiting')
  }

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const drawn = event.currentTarget
    setStep('sending')
    const form = await formOf(drawn)
    try {
      await outbox.keep(form)
    } catch {
      // This browser keeps nothing: it posts the form as it does any other, where there is a network.
      if (navigator.onLine) return drawn.submit()
      return setStep('typing')
    }
    await send(form)
  }

  const formOf = async (drawn: HTMLFormElement): Promise<WaitingForm> => {
    const { texts, file } = await contentOf(new FormData(drawn))
    return {
      ...{ id: refused?.id ?? newId(), holder, texts, file: file ?? refused?.file ?? null },
      ...{ to: `${REPORT_SEND}?${params}`, page: `${REPORT_FORM}?${params}` },
      title: texts.find(([name]) => name === 'title')?.[1].trim() || view.title,
      ...{ keptAt: Date.now(), isTried: false, holdup: null, refusal: null },
    }
  }
  return { step, outbox, onSubmit, refused }
}

/** What was typed, with what the server had against it. */
function replyOf({ texts, refusal }: WaitingForm): ActReply {
  return { errors: {}, ...refusal, values: { ...Object.fromEntries(texts), ...refusal?.values } }
}

/** The form with words at some of its fields. What is given a file already needs no other. */
function withHints(view: FormView, hints: Readonly<Record<string, string | undefined>>): FormView {
  const sections = view.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      const hint = hints[field.name]
      return hint ? { ...field, hint, required: field.kind === 'file' ? false : field.required } : field
    }),
  }))
  return { ...view, sections }
}

const PAUSE_MS = 500

/** What was reported for the days that stand in the form, told while they are typed. Without a network nothing is told. */
function useOverlap(query: string) {
  const [overlap, setOverlap] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const lookForOverlap = (event: FormEvent<HTMLElement>) => {
    const field = event.target as HTMLInputElement
    const form = field.form
    if (!form || !['startsOn', 'lastDay', 'part'].includes(field.name)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      const typed = new FormData(form)
      const asked = new URLSearchParams(query)
      for (const name of ['startsOn', 'lastDay', 'part']) asked.set(name, String(typed.get(name) ?? ''))
      const answer = await fetch(`${REPORT_OVERLAP}?${asked}`, { headers: { Accept: 'application/json' } })
        .then((response) => response.json())
        .catch(() => null)
      setOverlap(answer?.text ?? undefined)
    }, PAUSE_MS)
  }
  return { overlap, lookForOverlap }
}

function Waiting({ outbox }: { outbox: Outbox }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('training.kept')} />
      <Notice word={t('training.kept_word')} tone="warning">
        {t('training.kept_about')}
      </Notice>
      <WaitingReports outbox={outbox} />
      <div>
        <LinkButton href={REPORT_FORM}>{t('training.report_another')}</LinkButton>
      </div>
    </>
  )
}
