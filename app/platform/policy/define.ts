/**
 * Numbers of regulations as data: what a setting is, what holds where nobody has set it, and where that comes from. A module
 * declares its own in `policies.ts`, and its manifest names them.
 */

export type PolicyValue = number | string | boolean

export type PolicyUnit =
  | ('years' | 'months' | 'days' | 'working_days' | 'hours' | 'seconds')
  | ('yuan' | 'megabytes' | 'people' | 'points' | 'kilometres')

type NumberKind = {
  kind: 'integer' | 'decimal'
  unit?: PolicyUnit
  default: number
  min?: number
  max?: number
}
/** A fraction of one. */
type ShareKind = { kind: 'share'; default: number; min?: number; max?: number }
type ChoiceKind = { kind: 'choice'; default: string; choices: readonly string[] }
type FlagKind = { kind: 'flag'; default: boolean }

export type PolicyDefinition = (NumberKind | ShareKind | ChoiceKind | FlagKind) & {
  /** The clause it serves. */
  clause: string
  /** The document that gives the default. */
  source: string
  /** Who may set another value: the prefecture only, or each county too. */
  overridableBy: 'county' | 'prefecture'
}

export type PolicyDefinitions = Readonly<Record<string, PolicyDefinition>>

/** The type of a setting's value, by its kind. */
export type ValueOf<Definition> = Definition extends { kind: 'flag' }
  ? boolean
  : Definition extends { kind: 'choice'; choices: readonly (infer Choice extends string)[] }
    ? Choice
    : number

/** A value as a rule used it, and whose it is. */
export type PolicyUse<Value extends PolicyValue = PolicyValue> = {
  key: string
  value: Value
  from: 'default' | 'prefecture' | 'county'
  source: string
}

/** The settings that hold at one place on one day. */
export type PoliciesOf<Definitions extends object> = {
  use<Key extends keyof Definitions & string>(key: Key): PolicyUse<ValueOf<Definitions[Key]>>
}

/** Declares a module's settings. Throws for a default that its own bounds refuse. */
export function definePolicies<const Definitions extends PolicyDefinitions>(
  definitions: Definitions,
): Definitions {
  for (const [key, one] of Object.entries(definitions)) {
    if (!isAllowed(one, one.default)) throw new RangeError(`the default of ${key} is out of its bounds`)
  }
  return definitions
}

/** Whether a value is of the setting's kind and within its bounds. */
export function isAllowed(definition: PolicyDefinition, value: unknown): value is PolicyValue {
  switch (definition.kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && definition.choices.includes(value)
    default: {
      if (typeof value !== 'number' || !Number.isFinite(value)) return false
      if (definition.kind === 'integer' && !Number.isInteger(value)) return false
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = definition
      return value >= min && value <= max
    }
  }
}
