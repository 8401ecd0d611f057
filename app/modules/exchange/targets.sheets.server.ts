/** The yearly targets and the forecast as one sheet: a row a county and school year. */
import type { Actor } from '#app/platform/access/actor.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import type { SheetSpec, SheetValue } from '#app/platform/sheets/sheet-spec.ts'
import { listForecast, listTargets } from './targets.queries.server.ts'
import { schoolYearText, type Words } from './ui/due-words.server.ts'
import { percent, standingStates } from './ui/target-view.server.ts'

export function targetsSheet(db: Db, actor: Actor, schoolYear: number, words: Words): SheetSpec {
  const { t } = words
  async function* rows(): AsyncGenerator<SheetValue[]> {
    for (const one of await listTargets(db, actor, schoolYear)) {
      yield [
        one.name,
        schoolYearText(schoolYear, words),
        one.due,
        one.exempt,
        one.deferred,
        one.newlyDue,
        one.retiring,
        percent(one.targetShare),
        one.target,
        one.gone,
        percent(one.share),
        one.goneBackbone,
        percent(one.backboneShare),
        percent(one.backboneTarget),
        standingStates(one, words)
          .map(({ label }) => label)
          .join('；'),
      ]
    }
    for (const one of await listForecast(db, actor, schoolYear)) {
      const { name, due, exempt, deferred, newlyDue, retiring, target } = one
      const year = schoolYearText(one.schoolYear, words)
      yield [name, year, due, exempt, deferred, newlyDue, retiring, null, target]
    }
  }
  const number = (heading: string) => ({ heading, kind: 'number', width: 12 }) as const
  return {
    sheetName: `${t('target.title')} ${schoolYear}-${schoolYear + 1}`,
    columns: [
      { heading: t('target.county'), width: 20 },
      { heading: t('target.year') },
      number(t('target.due')),
      number(t('target.exempt')),
      number(t('target.deferred')),
      number(t('target.forecast_new')),
      number(t('target.forecast_retiring')),
      { heading: t('target.share_wanted'), width: 12 },
      number(t('target.target')),
      number(t('target.gone')),
      { heading: t('target.share'), width: 12 },
      number(t('target.backbone')),
      { heading: t('target.backbone_share'), width: 12 },
      { heading: t('target.backbone_wanted'), width: 12 },
      { heading: t('target.state'), width: 24 },
    ],
    rows: rows(),
  }
}
