/** What a refused form gets back: which field is wrong and why, and what was typed. */
import type { MessageKey, MessageValues, Translate } from '#app/platform/i18n/translate.ts'

export type FormReply = {
  /** Message key by field name; '' is the form as a whole. */
  errors: Record<string, MessageKey>
  values: Record<string, string | string[]>
  /** Values for the words of the messages. */
  messageValues?: MessageValues
}

/** Lines of the error summary on top of a form. `fieldIds` maps a field's name to its element's id (default: itself). */
export function summaryOf(
  reply: FormReply | undefined,
  t: Translate,
): { fieldId: string; message: string }[] {
  return Object.entries(reply?.errors ?? {}).map(([field, key]) => ({
    fieldId: field || 'form',
    message: t(key, reply?.messageValues),
  }))
}

/** The error under one field, in words. */
export function errorOf(reply: FormReply | undefined, field: string, t: Translate): string | undefined {
  const key = reply?.errors[field]
  return key ? t(key, reply?.messageValues) : undefined
}

/** What was typed into a field, or the value it starts with. */
export function typedValue(reply: FormReply | undefined, field: string, initial = ''): string {
  const typed = reply?.values[field]
  if (typed === undefined) return initial
  return Array.isArray(typed) ? (typed[0] ?? '') : typed
}
