/** Pay for tests: slips, benchmarks, reports. */
import { everyCounty } from '#app/modules/pay/parity.queries.server.ts'
import { drawUp } from '#app/modules/pay/reports/report.data.server.ts'
import { keptReport } from '#app/modules/pay/reports/stored-report.server.ts'
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import type { PlainDate } from '#app/platform/dates.ts'
import { newId } from '#app/platform/ids.ts'

type Slip = { personId: string; orgId: string; year?: number; month?: number; yuan: number; item?: number }

/** Post pay of a month (March 2025) at a school, unless said otherwise. */
export function buildSlip(db: Db, { yuan, item = 1, year = 2025, month = 3, ...who }: Slip) {
  const amounts = { items: [item], fen: [BigInt(Math.round(yuan * 100))] }
  return db.paySlip.create({
    data: { id: newId(), kind: 'paid', byName: 'test', year, month, ...who, ...amounts },
  })
}

type Benchmark = {
  countyId: string
  year?: number
  yuan: number
  version?: number
  effectiveOn?: PlainDate
  setAt?: Date
  state?: 'provisional' | 'final'
}

/** The final benchmark of 2025, in force from its first day, unless said otherwise. */
export function buildBenchmark(db: Db, { yuan, effectiveOn, year = 2025, ...given }: Benchmark) {
  return db.payBenchmark.create({
    data: {
      ...{
        id: newId(),
        version: 1,
        state: 'final',
        source: 'typed',
        documentNo: '人社函 1 号',
        setByName: 'test',
      },
      ...{ fen: BigInt(Math.round(yuan * 100)), effectiveOn: toDbDate(effectiveOn ?? `${year}-01-01`) },
      ...{ year, ...given },
    },
  })
}

/** A draft of the county's 2025 as it stands. */
export async function buildPayReport(db: Db, { countyId, year = 2025 }: { countyId: string; year?: number }) {
  const county = (await everyCounty(db)).find(({ id }) => id === countyId)
  if (!county) throw new Error(`no county ${countyId}`)
  const figures = keptReport(await drawUp(db, county, year, '2026-11-23'))
  return db.payReport.create({
    data: { id: newId(), countyId, year, number: 1, drawnByName: 'test', ...figures },
  })
}
