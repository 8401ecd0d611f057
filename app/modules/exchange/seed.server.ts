/** The demo's exemptions from exchange: believable grounds for some of those who have served long, each with its proof. */
import type { Db } from '#app/platform/database/client.server.ts'
import { toDbDate } from '#app/platform/database/dates.server.ts'
import {
  addDays,
  addMonths,
  fullYearsBetween,
  type PlainDate,
  schoolYearOf,
  schoolYearStart,
} from '#app/platform/dates.ts'
import { attach } from '#app/platform/files/attachment.server.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'
import { type Random, randomOf } from '#prisma/seed/random.ts'
import { type ExemptionKind, exemptionEntry, latestEnd } from './exemption.ts'
import { exchangePolicies } from './policies.ts'
import { PROOF_KIND } from './proof.ts'

type Candidate = {
  personId: string
  orgId: string
  staffNumber: string
  sex: string
  birthDate: string
  stage: string
  isHonoured: boolean
  status: string
  county: string
}

type Ground = { kind: ExemptionKind; from: PlainDate; to: PlainDate }

/** A page that says what it is: enough of a PDF for every reader. */
const PROOF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 58>>stream
BT /F1 20 Tf 72 760 Td (Shizi demo: proof of exemption) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

/** Writes them for teachers of compulsory schools; their roster must stand. */
export async function seedExemptions(tx: Db, { today, newId }: SeedWish): Promise<void> {
  const proof = { name: '依据材料（演示）.pdf', bytes: Buffer.from(PROOF), type: 'pdf' as const }
  for (const one of await candidates(tx, today)) {
    const random = randomOf(`exemption ${one.staffNumber}`)
    const ground = groundOf(random, one, today)
    if (!ground) continue
    const { personId, orgId } = one
    const facts = { kind: PROOF_KIND, organisationId: orgId, personId, addedById: null }
    const { id: proofId } = await attach(tx, proof, facts)
    const [validFrom, validTo] = [toDbDate(ground.from), toDbDate(ground.to)]
    const documentNo = random.chance(0.7)
      ? `${one.county.slice(0, 1)}教人字〔${ground.from.slice(0, 4)}〕${random.int(1, 60)}号`
      : null
    const data = { id: newId(), personId, orgId, kind: ground.kind, validFrom, validTo, documentNo, proofId }
    await tx.exchangeExemption.create({ data })
  }
}

function candidates(tx: Db, today: PlainDate): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    select e.person_id as "personId", e.org_id as "orgId", e.staff_number as "staffNumber", e.sex,
      e.birth_date::text as "birthDate", e.stage, e.honours <> '{}' as "isHonoured", e.status, c.name as county
    from roster_entry e join organisation c on c.id = e.county_id
    where e.valid_from <= ${today}::date and ${today}::date < e.valid_to and e.stage in ('primary', 'junior')
      and e.staff_category = 'full_time_teacher' and e.birth_date is not null
      and e.status in ('in_post', 'maternity_leave', 'loaned_out', 'sick_leave')
      and e.org_since <= ${addMonths(today, -60)}::date
    order by e.staff_number`
}

/** What speaks against sending this one; most have nothing. */
function groundOf(random: Random, one: Candidate, today: PlainDate): Ground | null {
  const age = fullYearsBetween(one.birthDate, today)
  const year = schoolYearOf(today)
  const since = (most: number) => addDays(today, -random.int(2, most))
  const long = (kind: ExemptionKind, from: PlainDate): Ground => ({ kind, from, to: limitOf(kind, from) })
  if (one.status === 'loaned_out') return long('secondment', since(200))
  if (one.sex === '2' && age < 38 && (one.status === 'maternity_leave' || random.chance(0.025))) {
    return long(random.chance(0.5) ? 'pregnancy' : 'nursing', since(90))
  }
  if (one.status === 'sick_leave') return long('illness', since(60))
  const turn = random.next()
  if (turn < 0.012) return long('illness', since(150))
  if (turn < 0.022) return long('dependants', since(150))
  if (turn < 0.04 && age > 44) return long('served_elsewhere', schoolYearStart(year - random.int(0, 3)))
  if (turn < 0.07 && one.isHonoured) return long('project_lead', schoolYearStart(year - random.int(0, 1)))
  if (turn < (one.stage === 'junior' ? 0.13 : 0.085)) {
    return { kind: 'graduating_class', from: schoolYearStart(year), to: schoolYearStart(year + 1) }
  }
  return turn < 0.1305 ? long('ethics_case', since(40)) : null
}

/** As long as the default limit allows. */
function limitOf(kind: ExemptionKind, from: PlainDate): PlainDate {
  return latestEnd(kind, from, exchangePolicies[exemptionEntry(kind).limit.policy].default)
}
