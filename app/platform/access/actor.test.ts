/** Laws of who may do what: a grant speaks for its own place only, and appointing never reaches beyond it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, can, canGive, canManageAccount, type HeldGrant, scopeOf } from './actor.ts'
import {
  type Action,
  type ActionTable,
  grantable,
  type Role,
  registerActions,
  roleAllows,
  roleNames,
} from './roles.ts'

/** Acts of a room made for this file. */
const table = {
  'staff:read': roleNames,
  'staff:write': ['registrar', 'school_office'],
  'account:manage': ['administrator'],
} satisfies ActionTable
registerActions(table)
const actions = Object.keys(table) as Action[]

/** A city, two counties, a school in each. */
const lineages: Record<string, string[]> = {
  city: ['city'],
  east: ['city', 'east'],
  west: ['city', 'west'],
  eastSchool: ['city', 'east', 'eastSchool'],
  westSchool: ['city', 'west', 'westSchool'],
}
const places = Object.keys(lineages)
const at = (place: string) => ({ lineage: lineages[place] ?? [] })

const anyPlace = fc.constantFrom(...places)
const anyRole = fc.constantFrom(...roleNames)
const anyAction = fc.constantFrom(...actions)
const anyGrants = fc.array(fc.record({ role: anyRole, organisationId: anyPlace }), { maxLength: 4 })

function holding(grants: { role: Role; organisationId: string }[], accountId = 'someone'): Actor {
  const held: HeldGrant[] = grants.map((grant) => ({ ...grant, organisationKind: '' }))
  return { accountId, displayName: '', personId: null, organisationId: 'city', grants: held }
}

describe('can', () => {
  test('several roles allow what one of them allows alone, and nothing more', () => {
    fc.assert(
      fc.property(anyGrants, anyAction, anyPlace, (grants, action, place) => {
        const alone = grants.some((grant) => can(holding([grant]), action, at(place)))
        expect(can(holding(grants), action, at(place))).toBe(alone)
      }),
    )
  })

  test('a power at one school and another over the county do not meet', () => {
    const both = holding([
      { role: 'school_office', organisationId: 'eastSchool' },
      { role: 'leader', organisationId: 'west' },
    ])
    expect(can(both, 'staff:write', at('eastSchool'))).toBe(true)
    expect(can(both, 'staff:write', at('westSchool'))).toBe(false)
    expect(scopeOf(both, 'staff:write')).toEqual(['eastSchool'])
  })

  test('who holds nothing may do nothing', () => {
    for (const action of actions) expect(can(holding([]), action, at('city'))).toBe(false)
  })
})

describe('canGive', () => {
  test('only from a grant that lists the role, at its own place or below', () => {
    fc.assert(
      fc.property(anyGrants, anyRole, anyPlace, (grants, role, place) => {
        const giver = grants.some(
          (grant) => grantable[grant.role].includes(role) && lineages[place]?.includes(grant.organisationId),
        )
        expect(canGive(holding(grants), role, at(place))).toBe(giver)
      }),
    )
  })

  test('who may give at all may manage accounts there', () => {
    for (const role of roleNames)
      if (grantable[role].length > 0) expect(roleAllows(role, 'account:manage')).toBe(true)
  })

  test('a chain of appointments never leaves the place of the first giver', () => {
    const step = fc.record({ role: anyRole, place: anyPlace })
    fc.assert(
      fc.property(anyPlace, fc.array(step, { maxLength: 8 }), (home, steps) => {
        let holders = [holding([{ role: 'administrator', organisationId: home }])]
        for (const { role, place } of steps) {
          if (!holders.some((one) => canGive(one, role, at(place)))) continue
          holders = [...holders, holding([{ role, organisationId: place }])]
        }
        const beyond = places.filter((place) => !lineages[place]?.includes(home))
        for (const holder of holders)
          for (const action of actions)
            for (const place of beyond) expect(can(holder, action, at(place))).toBe(false)
      }),
    )
  })
})

describe('canManageAccount', () => {
  const admin = holding([{ role: 'administrator', organisationId: 'east' }], 'admin')
  const account = (grants: { role: Role; lineage: string[] }[], id = 'other') => ({
    ...at('east'),
    id,
    grants,
  })

  test('the whole account must be within reach, and it is never the own one', () => {
    expect(canManageAccount(admin, account([{ role: 'registrar', ...at('eastSchool') }]))).toBe(true)
    expect(canManageAccount(admin, account([{ role: 'leader', ...at('city') }]))).toBe(false)
    expect(canManageAccount(admin, account([{ role: 'leader', ...at('west') }]))).toBe(false)
    expect(canManageAccount(admin, account([], 'admin'))).toBe(false)
  })

  test('reading accounts is not managing them', () => {
    const inspector = holding([{ role: 'inspector', organisationId: 'city' }], 'inspector')
    expect(canManageAccount(inspector, account([]))).toBe(false)
  })
})
