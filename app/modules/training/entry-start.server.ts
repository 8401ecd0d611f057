/** What the form of a kind begins with: nothing, an earlier report, or a returned one that is put right. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { isId } from '#app/platform/ids.ts'
import { policiesAt } from '#app/platform/policy/policies.server.ts'
import type { TrainingKind } from './codes.ts'
import { type EntryRecord, findEntry } from './entries.queries.server.ts'
import { copyOf, entryFormView } from './entry.form.server.ts'

type Asked = { kind: TrainingKind; params: URLSearchParams; today: PlainDate }

export type EntryStart = {
  kind: TrainingKind
  view: FormView
  corrects?: { id: string; version: number }
}

/** Null where an entry is named that is not the actor's own, or not to be put right. */
export async function entryStart(
  db: Db,
  actor: Actor,
  { kind, params, today }: Asked,
  words: Words,
): Promise<EntryStart | null> {
  const place = await placeOf(db, actor.personId ?? '', today)
  if (!place) return null
  const policies = await policiesAt(db, place.orgId, today)
  const megabytes = policies.use('training.proof_megabytes').value
  const corrected = await ownNamed(db, actor, params.get('corrects'))
  if (params.has('corrects')) {
    if (corrected?.state !== 'returned') return null
    const { id, version, reason, proof } = corrected
    const corrects = { id, version, proof: proof?.name ?? null, reason: reason ?? '' }
    return { kind, corrects, view: entryFormView({ kind, start: corrected, megabytes, corrects }, words) }
  }
  const earlier = await ownNamed(db, actor, params.get('from'))
  const start = earlier ? copyOf(earlier) : {}
  return { kind, view: entryFormView({ kind, start, megabytes }, words) }
}

async function ownNamed(db: Db, actor: Actor, id: string | null): Promise<EntryRecord | null> {
  const found = id && isId(id) ? await findEntry(db, actor, id) : null
  return found?.isOwn ? found : null
}
