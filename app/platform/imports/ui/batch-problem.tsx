// Why a batch stands where it stands, and the way on.

import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { BatchView, ProblemCode } from '../batch.ts'
import { paths } from './paths.ts'
import { useT } from './words.tsx'

type Way = {
  key: 'imports.way_check' | 'imports.way_commit' | 'imports.way_undo' | 'imports.way_upload'
  href: string
}

/** What a person can do next: check again, write again, undo again, or send a better file. */
function wayOn({ id, state }: BatchView, problem: ProblemCode): Way | null {
  if (state === 'refused') return { key: 'imports.way_upload', href: paths.start }
  if (problem === 'stale' || state === 'uploaded' || state === 'mapped') {
    return { key: 'imports.way_check', href: paths.mapping(id) }
  }
  if (state === 'ready') return { key: 'imports.way_commit', href: paths.commit(id) }
  if (state === 'committed') return { key: 'imports.way_undo', href: paths.undo(id) }
  return null
}

/** `here` is the address of the open page: nothing leads to where one is. */
export function BatchProblem({ batch, here }: { batch: BatchView; here: string }) {
  const t = useT()
  if (batch.problem === null) return null
  const way = wayOn(batch, batch.problem)
  return (
    <Notice
      tone={batch.state === 'refused' || batch.problem === 'failed' ? 'danger' : 'warning'}
      word={t(`imports.stopped_${batch.state === 'refused' ? 'refused' : 'on_the_way'}`)}
      action={way && way.href !== here && <LinkButton href={way.href}>{t(way.key)}</LinkButton>}
    >
      {t(`import.problem_${batch.problem}`, batch.problemValues)}
    </Notice>
  )
}
