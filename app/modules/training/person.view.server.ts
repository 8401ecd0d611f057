/** Somebody's hours as who checks them sees them, and the form that sets their cycle. */
import { placeOf } from '#app/modules/registry/index.server.ts'
import type { Actor } from '#app/platform/access/actor.ts'
import type { Refused } from '#app/platform/acts/outcome.ts'
import type { Chart } from '#app/platform/charts/chart.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { declareForm } from '#app/platform/forms/form-spec.ts'
import type { FormView } from '#app/platform/forms/form-view.ts'
import type { ActRefusal } from '#app/platform/forms/run-form.server.ts'
import type { Words } from '#app/platform/i18n/words.ts'
import { canCheckEntry, canReadEntry } from './access.ts'
import type { CycleRefusal } from './cycle.commands.server.ts'
import { standingOf } from './hours.queries.server.ts'
import { cycleChart, hoursView, pathsOf } from './hours.view.server.ts'

export const cycleForm = declareForm({
  sections: [
    {
      id: 'cycle',
      fields: {
        firstYear: fields.count('training.field_first_year', { hint: 'training.field_first_year_hint' }),
        reason: fields.text('training.field_reason'),
      },
    },
  ],
})

export type PersonHoursView = NonNullable<Awaited<ReturnType<typeof personHoursView>>>

/** Null where nobody is there whose training the actor may read. */
export async function personHoursView(
  db: Db,
  actor: Actor,
  { personId, year }: { personId: string; year: number | null },
  today: PlainDate,
  words: Words,
) {
  const place = await placeOf(db, personId, today)
  if (!place || !canReadEntry(actor, { ...place, personId })) return null
  const hours = await hoursView(db, { personId, year, paths: pathsOf(personId) }, today, words)
  if (!hours) return null
  const { name, staffNumber } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  const { name: school } = await db.organisation.findUniqueOrThrow({ where: { id: place.orgId } })
  const own = await db.trainingCycle.findUnique({ where: { personId } })
  return {
    title: words.t('training.hours_of_person', { name }),
    about: [staffNumber, school].join(' · '),
    hours,
    cycle: canCheckEntry(actor, { ...place, personId }) ? cycleView(own, words) : null,
  }
}

/** The picture of it; null where it is nobody's the actor may read. */
export async function chartOf(
  db: Db,
  actor: Actor,
  { personId, year }: { personId: string; year: number | null },
  today: PlainDate,
  words: Words,
): Promise<Chart | null> {
  const place = await placeOf(db, personId, today)
  if (!place || !canReadEntry(actor, { ...place, personId })) return null
  const standing = await standingOf(db, personId, today, year)
  return standing && cycleChart(standing, words)
}

export function cycleView(own: { firstYear: number; reason: string } | null, words: Words): FormView {
  const { t } = words
  return {
    ...{ title: t('training.cycle_set'), trail: [], intro: '', submitLabel: t('training.cycle_save') },
    notice: own
      ? {
          word: t('training.cycle_own', { year: own.firstYear }),
          text: own.reason,
          tone: 'info' as const,
        }
      : undefined,
    sections: drawSections(cycleForm.sections, words, { values: { firstYear: own?.firstYear } }),
  }
}

export function cycleRefusalOf({ reason }: Refused<CycleRefusal>): ActRefusal {
  return {
    ok: false,
    key: `training.error_${reason}`,
    field: reason === 'cycle_year' ? 'firstYear' : undefined,
  }
}
