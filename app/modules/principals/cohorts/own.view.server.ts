/** What a head sees of cohorts: those that call, and how the own candidacy stands; and what a judge has before them. */
import type { Db } from '#app/platform/database/client.server.ts'
import { addDays, type PlainDate } from '#app/platform/dates.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import type { Tone } from '#app/ui/tag.tsx'
import { applyView, judgeView, type OwnAct, ownActView, pointsText } from './candidate.form.server.ts'
import { stageOf } from './cohort.ts'
import { candidateStateView, spanText, stageView } from './cohort.view.server.ts'
import {
  type CandidateRow,
  type CohortRow,
  cohortsFor,
  indicatorsOf,
  lineOf,
  ownCandidacy,
} from './cohorts.queries.server.ts'
import { decisionView } from './decision.view.server.ts'
import { candidacyOf } from './facts.server.ts'
import type { Judging } from './judging.queries.server.ts'

export async function ownCohortsView(db: Db, personId: string, today: PlainDate, words: Words) {
  const rows = await cohortsFor(db, personId, today)
  return rows.map((one) => ({
    id: one.id,
    href: `/me/principals/${one.id}`,
    title: one.title,
    bureau: one.orgName,
    window: spanText({ from: one.opensOn, to: addDays(one.closesOn, 1) }, words),
    state: stageView(one, today, words),
  }))
}
export type OwnCohortEntry = Awaited<ReturnType<typeof ownCohortsView>>[number]

type Asked = { db: Db; personId: string; today: PlainDate; words: Words }

export async function ownCohortView({ db, personId, today, words }: Asked, cohort: CohortRow) {
  const { t } = words
  const own = await ownCandidacy(db, personId, cohort.id)
  const stage = stageOf(cohort, today)
  const cycle = { from: cohort.cycleFrom, to: cohort.cycleTo }
  const mayApply = stage === 'open' || (stage === 'closed' && own?.state === 'returned')
  const isMine = own === null || ['sent', 'returned', 'withdrawn'].includes(own.state)
  const asks = mayApply && isMine
  const { decision, standing } = asks
    ? await candidacyOf(db, personId, { orgId: cohort.orgId, cycle }, today)
    : { decision: own?.decision ?? null, standing: null }
  const line = own?.state === 'in_line' ? await lineOf(db, cohort.id, own.position ?? 0) : null
  return {
    title: cohort.title,
    about: cohort.about,
    facts: [
      {
        term: t('cohort.bureau'),
        value: t('cohort.by', { org: cohort.orgName, document: cohort.documentNo }),
      },
      {
        term: t('cohort.window'),
        value: spanText({ from: cohort.opensOn, to: addDays(cohort.closesOn, 1) }, words),
      },
      { term: t('cohort.cycle'), value: spanText(cycle, words) },
      ...placeFacts(own, line, words),
      ...(own?.note ? [{ term: t('candidate.note'), value: own.note }] : []),
    ],
    state: own && own.state !== 'withdrawn' ? candidateStateView(own.state, words) : null,
    why: decision && decisionView(decision, words),
    may: asks ? standing !== null && decision?.outcome === 'may' : true,
    plan: asks ? null : (own?.plan ?? null),
    form: asks ? applyView(own, words) : null,
    acts: own ? actsOf(own, stage === 'open' || stage === 'closed', words) : [],
  }
}
export type OwnCohortView = Awaited<ReturnType<typeof ownCohortView>>

/** The list is not told before it stands. */
function placeFacts(own: CandidateRow | null, line: number | null, { t }: Words) {
  if (own?.place)
    return [{ term: t('candidate.place'), value: t('candidate.place_text', { place: own.place }) }]
  if (line !== null) return [{ term: t('candidate.place'), value: t('candidate.line_text', { line }) }]
  const isTold = own?.position && own.state === 'listed'
  return isTold
    ? [{ term: t('candidate.position'), value: t('candidate.own_position', { position: own.position ?? 0 }) }]
    : []
}

function actsOf(own: CandidateRow, isCalling: boolean, words: Words): { act: OwnAct; form: FormView }[] {
  const acts: OwnAct[] =
    own.state === 'listed'
      ? ['confirm', 'decline']
      : own.state === 'in_line'
        ? ['decline']
        : isCalling && (own.state === 'sent' || own.state === 'returned')
          ? ['withdraw']
          : []
  return acts.map((act) => ({ act, form: ownActView(own, act, words) }))
}

/** `chosenId`: the candidate whose form is open. */
export async function judgingView(db: Db, rows: readonly Judging[], chosenId: string | null, words: Words) {
  const { t } = words
  const chosen = rows.find(({ candidateId, conflict }) => candidateId === chosenId && isShown(conflict))
  const waiting = rows.filter(({ total, conflict }) => total === null && conflict === null).length
  const indicators = chosen ? await indicatorsOf(db, chosen.cohortId) : []
  return {
    rows: rows.map((one) => ({
      id: one.candidateId,
      href: isShown(one.conflict) ? `/me/judging?candidate=${one.candidateId}` : null,
      title: titleOf(one, words),
      cohort: one.cohortTitle,
      phase: t(`cohort.${one.phase}`),
      state: stateOf(one, words),
    })),
    count: t('judging.count', { count: rows.length, waiting }),
    chosen: chosen && {
      title: titleOf(chosen, words),
      about: chosen.schoolName ?? '',
      plan: chosen.plan,
      form: judgeView(
        chosen,
        indicators.filter(({ phase }) => phase === chosen.phase),
        words,
      ),
    },
  }
}
export type JudgingView = Awaited<ReturnType<typeof judgingView>>

/** What the judge may not judge is not shown to them; what they declared themselves can be taken back. */
const isShown = (conflict: Judging['conflict']) => conflict === null || conflict === 'declared'

const titleOf = ({ number, name }: Judging, { t }: Words) => name ?? t('judging.number', { number })

function stateOf({ conflict, total }: Judging, { t }: Words): { label: string; tone: Tone } {
  if (conflict) return { label: t(`judging.conflict_${conflict}`), tone: 'neutral' }
  if (total !== null) return { label: t('judging.given', { points: pointsText(total) }), tone: 'green' }
  return { label: t('judging.waiting'), tone: 'accent' }
}
