/** Cases 3 to 5: the staff list as the real server sends it: under load, with a search, and at a tenth of the staff. */
import { availableParallelism } from 'node:os'
import { latencies, loadsInTurn, median, quantile, together } from './measure.ts'
import type { Place } from './place.ts'
import { type Finding, ratio, say } from './report.ts'
import { openStaffHome, type StaffHome } from './staff-home.ts'

const CONNECTIONS = 8
const SUBJECTS = ['chinese', 'mathematics', 'english', 'physical_education'] as const

/** What people type, of each kind; some find dozens, some tens of thousands. */
const SEARCHES = {
  'two characters': ['秀英', '建国', '志强', '王丽', '海燕'],
  pinyin: ['xiuying', 'zhiqiang', 'wangli', 'wang', 'liuyang'],
  initials: ['wxy', 'zzq', 'xy', 'lj', 'wl'],
} as const

type SearchKind = keyof typeof SEARCHES
type ListCase = 'list' | 'search' | 'growth'

/** County and subject, 50 rows: every county with every one of a few subjects. */
function narrowedLists(counties: readonly string[]): string[] {
  return counties.flatMap((county) => SUBJECTS.map((subject) => `/staff?org=${county}&subject=${subject}`))
}

/** The asked cases on one prefecture of so many staff, and for growth another of a tenth. */
export async function listCases(
  place: Place,
  count: number,
  asked: ReadonlySet<ListCase>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const large = await openStaffHome(place, count, asked.has('list') ? narrowedLists : () => [])
  try {
    if (asked.has('list')) findings.push(...(await listUnderLoad(large)))
    if (asked.has('list') && place.kind === 'server') findings.push(await twoWorkers(place, large))
    if (asked.has('search')) findings.push(...(await searches(large)))
    if (asked.has('growth')) {
      const small = await openStaffHome(place, Math.round(count / 10), () => [])
      try {
        findings.push(await growth(small, large))
      } finally {
        await small.stop()
      }
    }
  } finally {
    await large.stop()
  }
  return findings
}

async function listUnderLoad(home: StaffHome): Promise<Finding[]> {
  const pages = home.pages(narrowedLists(home.counties))
  const turns = { connections: CONNECTIONS, seconds: 6, rounds: 3 }
  const whole = await loadsInTurn(pages, home.barePages('all'), turns)
  const rows = await loadsInTurn(pages, home.barePages('last'), turns)
  say(`staff list: ${Math.round(whole.a.perSecond)}/s`)
  const finding = (title: string, { a, b, runs }: typeof whole, bound: Finding['bound']): Finding => ({
    case: title,
    figure: `${Math.round(a.perSecond)}/s p50 ${a.p50} p99 ${a.p99} ms`,
    beside: `${Math.round(b.perSecond)}/s p50 ${b.p50} p99 ${b.p99} ms`,
    ...ratio(median(runs.map((run) => run.a.perSecond / run.b.perSecond))),
    bound,
    details: { connections: CONNECTIONS, runs },
  })
  return [
    finding(`staff list, HTML, of ${home.count}; beside its SQL, JSON`, whole, { atLeast: 0.2 }),
    finding('  beside the SQL of its rows alone, no total', rows, { atLeast: 0.15 }),
  ]
}

/** Two processes behind one port beside one, on the same database. */
async function twoWorkers(place: Place, one: StaffHome): Promise<Finding> {
  const two = await openStaffHome(place, one.count, () => [], { WORKERS: '2' })
  try {
    const lists = narrowedLists(one.counties)
    const { a, b, runs } = await loadsInTurn(two.pages(lists), one.pages(lists), {
      ...{ connections: CONNECTIONS, seconds: 6, rounds: 3 },
    })
    return {
      case: '  two workers beside one',
      figure: `${Math.round(a.perSecond)}/s p50 ${a.p50} p99 ${a.p99} ms`,
      beside: `${Math.round(b.perSecond)}/s p50 ${b.p50} p99 ${b.p99} ms`,
      ...ratio(median(runs.map((run) => run.a.perSecond / run.b.perSecond))),
      // What bounds it: the database and the load share the cores with the workers.
      bound: { atLeast: 1 },
      details: { connections: CONNECTIONS, cores: availableParallelism(), runs },
    }
  } finally {
    await two.stop()
  }
}

async function searches(home: StaffHome): Promise<Finding[]> {
  const kinds = Object.keys(SEARCHES) as SearchKind[]
  const pagesOf = (kind: SearchKind) =>
    home.pages(SEARCHES[kind].map((q) => `/staff?q=${encodeURIComponent(q)}`))
  const found = await latencies(
    {
      plain: home.pages(['/staff']),
      'two characters': pagesOf('two characters'),
      pinyin: pagesOf('pinyin'),
      initials: pagesOf('initials'),
    },
    20,
  )
  const plain = median(together(found.plain))
  return kinds.map((kind) => {
    const each = found[kind].map(({ ms }, at) => ({ typed: SEARCHES[kind][at], ms: median(ms) }))
    const slowest = Math.max(...each.map(({ ms }) => ms))
    return {
      case: `search by ${kind}, of ${home.count}`,
      figure: `${milliseconds(median(each.map(({ ms }) => ms)))}, slowest ${milliseconds(slowest)}`,
      beside: `list ${milliseconds(plain)}`,
      ...ratio(slowest / plain),
      bound: { atMost: 1.6 },
      details: { each, plain },
    }
  })
}

/** The same lists of both; where the addresses differ (each prefecture has its own ids) their order is the same. */
async function growth(small: StaffHome, large: StaffHome): Promise<Finding> {
  const found = await latencies(
    {
      small: small.pages(narrowedLists(small.counties)),
      large: large.pages(narrowedLists(large.counties)),
    },
    8,
  )
  const [before, after] = [together(found.small), together(found.large)]
  const told = (ms: readonly number[]) =>
    `${milliseconds(median(ms))} p99 ${milliseconds(quantile(ms, 0.99))}`
  return {
    case: `the same list, ${small.count} -> ${large.count} staff`,
    figure: told(after),
    beside: told(before),
    ...ratio(median(after) / median(before)),
    bound: { atMost: 1.3 },
    details: {
      each: found.large.map(({ ms }, at) => ({
        large: median(ms),
        small: median(found.small[at]?.ms ?? []),
      })),
    },
  }
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`
}
