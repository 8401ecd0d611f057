// 依据: the same small sheet behind every decision. What came out, and for each reason its rule, number, fact and clause.
import type { ReactNode } from 'react'
import { buttonLook } from './button.tsx'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Tag, type Tone, ToneMark } from './tag.tsx'

export interface WhyReason {
  /** What the rule asks, in a sentence. */
  rule: string
  /** The policy number it used, with unit and since when. */
  number?: string
  /** What it saw of this person or place. */
  fact?: string
  /** Where it is written. */
  clause?: string
  tone?: Tone
}

interface WhySheetProps {
  /** The word that opens the sheet. */
  label: string
  outcome: { label: string; tone: Tone }
  reasons: readonly WhyReason[]
  words: { number: string; fact: string; clause: string }
  /** Whom to ask, and how to object. */
  contact?: ReactNode
  open?: boolean
}

export function WhySheet({ label, outcome, reasons, words, contact, open }: WhySheetProps) {
  return (
    <details open={open}>
      <summary className={classes(buttonLook('quiet'), 'plain-summary -ms-4')}>
        <Icon shape="scale" />
        {label}
      </summary>
      <div className="mt-2 max-w-2xl rounded-sm border border-line-strong bg-surface">
        <div className="border-b-3 border-double border-line-strong px-4 py-3 md:px-5">
          <Tag tone={outcome.tone}>{outcome.label}</Tag>
        </div>
        <ol className="divide-y divide-line px-4 md:px-5">
          {reasons.map((reason) => (
            <Reason key={`${reason.rule}${reason.clause}`} reason={reason} words={words} />
          ))}
        </ol>
        {contact && (
          <div className="border-t border-line bg-sunken px-4 py-2.5 text-sm md:px-5">{contact}</div>
        )}
      </div>
    </details>
  )
}

const markTones: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  red: 'text-red',
  amber: 'text-amber',
  green: 'text-green',
}

function Reason({ reason, words }: { reason: WhyReason; words: WhySheetProps['words'] }) {
  const tone = reason.tone ?? 'neutral'
  const facts = [
    { word: words.number, value: reason.number },
    { word: words.fact, value: reason.fact },
    { word: words.clause, value: reason.clause },
  ].filter((fact) => fact.value)
  return (
    <li className="py-3">
      <p className="flex items-baseline gap-2 font-medium">
        <ToneMark tone={tone} className={markTones[tone]} />
        {reason.rule}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 ps-4.5 text-sm">
        {facts.map((fact) => (
          <div key={fact.word} className="contents">
            <dt className="text-ink-soft">{fact.word}</dt>
            <dd className="tabular-nums">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
