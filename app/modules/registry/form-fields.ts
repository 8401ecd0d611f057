/** The parts that the registry's forms are made of: days, codes, ids, names, numbers. Messages are keys. */
import { z } from 'zod'
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'
import { type CodeList, type CodeOf, isCodeOf } from './codes/index.ts'
import { checkName } from './person-name.ts'

/** Nobody in a roster was born, hired or honoured outside these days; a slip of the year is caught. */
const EARLIEST: PlainDate = '1900-01-01'
const LATEST: PlainDate = '2100-01-01'

const isDay = (text: string) => isPlainDate(text) && text >= EARLIEST && text < LATEST
const emptyToNull = (value: unknown) => (value === undefined || value === '' ? null : value)
const trimmed = z.string({ error: 'form.required' }).trim()

/** A day that must be given. */
export const day = trimmed.min(1, 'form.required').refine(isDay, 'form.date')

/** A day, or null when left empty. */
export const optionalDay = z.preprocess(
  emptyToNull,
  z.string().trim().refine(isDay, 'form.date').nullable().default(null),
)

/** A line of text, null when left empty. */
export function optionalText(longest: number) {
  return z.preprocess(
    emptyToNull,
    z
      .string()
      .trim()
      .max(longest, 'form.too_long')
      .refine(isOneLine, 'form.invalid')
      .transform((text) => text || null)
      .nullable()
      .default(null),
  )
}

export function text(longest: number) {
  return trimmed.min(1, 'form.required').max(longest, 'form.too_long').refine(isOneLine, 'form.invalid')
}

export const documentNo = optionalText(100)

/** Why, in a sentence. */
export const reason = text(200)

export const id = z.string({ error: 'form.required' }).refine(isId, 'form.required')
export const optionalId = z.preprocess(
  emptyToNull,
  z.string().refine(isId, 'form.invalid').nullable().default(null),
)

/** The version that the form was filled in on: a record changed meanwhile is not overwritten. */
export const version = z.coerce.number({ error: 'form.invalid' }).int('form.invalid').min(0, 'form.invalid')

/** A code of the list. */
export function code<List extends CodeList>(list: List) {
  return z
    .string({ error: 'form.required' })
    .min(1, 'form.required')
    .refine((value): value is CodeOf<List> => isCodeOf(list, value), 'registry.form.code')
}

/** A code of the list, null when nothing is chosen. */
export function optionalCode<List extends CodeList>(list: List) {
  return z.preprocess(
    emptyToNull,
    z
      .string()
      .refine((value): value is CodeOf<List> => isCodeOf(list, value), 'registry.form.code')
      .nullable()
      .default(null),
  )
}

/** Several codes of the list: one field given several times. */
export function codes<List extends CodeList>(list: List) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().refine((one): one is CodeOf<List> => isCodeOf(list, one), 'registry.form.code')),
  )
}

/** A whole number of things, zero included. */
export const count = z
  .string({ error: 'form.required' })
  .trim()
  .regex(/^\d{1,6}$/, 'registry.form.count')
  .transform(Number)

/** A person's name in its one spelling. */
export const personName = z.string({ error: 'form.required' }).transform((typed, context) => {
  const checked = checkName(typed)
  if (checked.ok) return checked.name
  context.addIssue({ code: 'custom', message: `registry.form.name_${checked.reason}` })
  return z.NEVER
})

/** A mobile or landline number with area code; spaces and hyphens are taken out. */
export const optionalPhone = z.preprocess(
  emptyToNull,
  z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .refine((typed) => /^\+?\d{7,15}$/.test(typed), 'registry.form.phone')
    .nullable()
    .default(null),
)

function isOneLine(value: string): boolean {
  return !/\p{Cc}|\p{Cs}/u.test(value)
}
