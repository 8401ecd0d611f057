/** What the fields of forms take: days, months, money, text, ids, numbers. Messages are keys. */
import { z } from 'zod'
import { isPlainDate, type PlainDate } from '#app/platform/dates.ts'
import { isId } from '#app/platform/ids.ts'

/** Nothing that is entered happened, or will, outside these days; a slip of the year is caught. */
const EARLIEST: PlainDate = '1900-01-01'
const LATEST: PlainDate = '2100-01-01'

const isDay = (text: string) => isPlainDate(text) && text >= EARLIEST && text < LATEST
const trimmed = z.string({ error: 'form.required' }).trim()

/** What is not there is as if left empty, and that is null. */
export const emptyToNull = (value: unknown) => (value === undefined || value === '' ? null : value)

/** A day that must be given. */
export const day = trimmed.min(1, 'form.required').refine(isDay, 'form.date')

/** A day, or null when left empty. */
export const optionalDay = z.preprocess(
  emptyToNull,
  z.string().trim().refine(isDay, 'form.date').nullable().default(null),
)

/** A time of day `14:30`. */
export const time = trimmed.min(1, 'form.required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form.time')

/** A month `2026-09`, as the first day of it; null when left empty. */
export const optionalMonth = z.preprocess(
  emptyToNull,
  z
    .string()
    .trim()
    .refine((text) => isDay(`${text}-01`), 'form.month')
    .transform((text) => `${text}-01`)
    .nullable()
    .default(null),
)

/** Yuan as people type them, `1,234.56` or `1234`, as fen; null when left empty. */
export const optionalMoney = z.preprocess(
  emptyToNull,
  z
    .string()
    .transform((typed) => typed.replace(/[,，\s¥￥]/g, ''))
    .refine((typed) => /^\d{1,10}(\.\d{1,2})?$/.test(typed), 'form.money')
    .transform((typed) => Math.round(Number(typed) * 100))
    .nullable()
    .default(null),
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

/** What is written in an area: paragraphs, and rows pasted from a sheet with their tabs. */
export function lines(longest: number) {
  return unixLines.pipe(
    trimmed.min(1, 'form.required').max(longest, 'form.too_long').refine(isText, 'form.invalid'),
  )
}

/** The same, null when left empty. */
export function optionalLines(longest: number) {
  return z.preprocess(
    (value) => emptyToNull(typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value),
    z.string().max(longest, 'form.too_long').refine(isText, 'form.invalid').nullable().default(null),
  )
}

/** Browsers send the lines of an area with both ends. */
const unixLines = z.string({ error: 'form.required' }).transform((value) => value.replaceAll('\r\n', '\n'))

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

/** Hours as people type them, `6` or `6.5`, as tenths. */
export const hours = trimmed
  .min(1, 'form.required')
  .regex(/^\d{1,4}(\.\d)?$/, 'form.hours')
  .transform((typed) => Math.round(Number(typed) * 10))

/** A whole number of things, zero included. */
export const count = z
  .string({ error: 'form.required' })
  .trim()
  .regex(/^\d{1,6}$/, 'form.count')
  .transform(Number)

/** A box that is ticked or not. */
export const ticked = z.preprocess(
  (value) => value === 'on' || value === 'yes' || value === true,
  z.boolean(),
)

/** One field given any number of times. */
export const several = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(200, 'form.too_long')).max(500, 'form.invalid'),
)

function isOneLine(value: string): boolean {
  return !/\p{Cc}|\p{Cs}/u.test(value)
}

function isText(value: string): boolean {
  return isOneLine(value.replace(/[\n\t]/g, ' '))
}
