/** Reports hours by the form of a kind, posted by its page or by the outbox of a phone. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { PrismaClient } from '#app/platform/database/generated/client.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { runForm } from '#app/platform/forms/run-form.server.ts'
import { redirectWithToast } from '#app/platform/http/respond.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { submitEntry } from './entries.commands.server.ts'
import { entryForm, entryRefusalOf, factsIn, givenBy } from './entry.form.server.ts'
import type { EntryStart } from './entry-start.server.ts'
import { MEGABYTE, PROOF_MOST_MEGABYTES } from './proof.ts'

type Reporting = { db: PrismaClient; actor: Actor; start: EntryStart; today: PlainDate; words: Words }

/** `formUrl`: where the form stands. Answers with the year's hours, or what is to be put right. */
export function reportHours(
  request: Request,
  formUrl: string,
  { db, actor, start: { kind, corrects, view }, today, words }: Reporting,
) {
  return runForm(request, actor, {
    ...{ spec: entryForm, view, words, given: givenBy(kind), formUrl },
    mostBytes: PROOF_MOST_MEGABYTES * MEGABYTE,
    commit: async ({ formKey, ...value }, proof) => {
      const done = await submitEntry(db, actor, { ...factsIn(value), proof, corrects, formKey }, today)
      if (!done.ok) return entryRefusalOf(done, words)
      return {
        ok: true,
        answer: await redirectWithToast(`/me/hours?year=${done.year}`, 'training.toast_submitted'),
      }
    },
  })
}
