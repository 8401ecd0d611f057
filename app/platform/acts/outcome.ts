/** What an act answers: done, or the code of the reason why not. The words of a code are the room's. */

/** Facts that a refusal's words need, e.g. the latest day that would be allowed. */
export type RefusalValues = Readonly<Record<string, string | number>>

export type Refused<Code extends string> = { ok: false; reason: Code; values?: RefusalValues }

export type Outcome<Done extends object, Code extends string> = ({ ok: true } & Done) | Refused<Code>

/** What a form sends beside its fields: the key under which it was drawn. The same form sent again has the same. */
export type Keyed = { formKey?: string | null }

/** Name of the hidden field that carries it. */
export const FORM_KEY = 'formKey'

/** A refusal that needs no writing to be found. */
export function refused<Code extends string>(reason: Code, values?: RefusalValues): Refused<Code> {
  return { ok: false, reason, ...(values && { values }) }
}
