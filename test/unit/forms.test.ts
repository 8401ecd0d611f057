/** Forms as they are declared, drawn and read: every form that a room declares holds to the same laws. */
import { describe, expect, test } from 'vitest'
import '#app/composition/register.server.ts'
import * as exchange from '#app/modules/exchange/forms.ts'
import * as staff from '#app/modules/registry/forms.ts'
import * as organisations from '#app/modules/registry/organisation-forms.ts'
import * as accounts from '#app/platform/auth/forms.ts'
import { drawSections } from '#app/platform/forms/draw-form.server.ts'
import { fields } from '#app/platform/forms/fields.ts'
import { choicesInRows, declareForm, type FormSpec } from '#app/platform/forms/form-spec.ts'
import { readForm } from '#app/platform/forms/read-form.server.ts'
import { locales } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import * as upload from '#app/platform/imports/wizard.forms.ts'
import * as lists from '#app/platform/lists/filter-form.ts'

const isForm = (one: unknown): one is FormSpec => typeof one === 'object' && one !== null && 'sections' in one
const all: Record<string, unknown> = {
  ...{ ...exchange, ...staff, ...upload },
  ...{ ...organisations, ...accounts, ...lists },
}
const declared = Object.entries(all).flatMap(([name, form]) => (isForm(form) ? [{ name, form }] : []))

describe.each(declared)('$name', ({ form }) => {
  test.each(locales)('is drawn in %s without a word missing', (locale) => {
    const t = translator(locale)
    const key = /^[a-z]+\.[a-z_-]+/i
    for (const { title, description, fields } of drawSections(form.sections, { t, locale })) {
      const words = [
        title,
        description,
        ...fields.flatMap(({ label, hint, emptyLabel, unit }) => [label, hint, emptyLabel, unit]),
      ]
      const options = fields.flatMap(({ options = [] }) => options.map(({ label }) => label))
      expect([...words, ...options].filter((word) => word !== undefined && key.test(word))).toEqual([])
    }
  })

  test('sent empty, is refused at every field that must be filled, and at no other', () => {
    const empty = new FormData()
    const required = form.sections.flatMap((section) =>
      Object.entries(section.fields).flatMap(([name, { required, kind }]) =>
        required && kind !== 'file' ? [name] : [],
      ),
    )
    const shown = new Set(form.sections.flatMap((section) => Object.keys(section.fields)))
    const read = readForm(empty, form.schema)
    const errors = read.ok ? [] : Object.keys(read.reply.errors).filter((name) => shown.has(name))
    expect(errors.sort()).toEqual(required.sort())
  })
})

describe('repeated rows', () => {
  const form = declareForm({
    sections: [
      {
        id: 'rows',
        fields: {
          posts: fields.rows(
            'orgs.by_stage',
            {
              stage: fields.oneOf('select', 'orgs.stage', ['primary', 'junior'], () => 'orgs.stage'),
              classes: fields.count('orgs.classes'),
            },
            (row) => row,
            2,
          ),
        },
      },
    ],
  })
  const choices = choicesInRows(form)
  const read = (cells: Record<string, string>) => {
    const sent = new FormData()
    for (const [name, value] of Object.entries(cells)) sent.append(name, value)
    return readForm(sent, form.schema, { choices })
  }

  test('are read in their order, without those of which only the choice is made', () => {
    const answer = read({
      'posts.2.classes': '3',
      'posts.2.stage': 'junior',
      'posts.0.stage': 'primary',
      'posts.0.classes': '6',
      'posts.1.stage': 'primary',
      'posts.1.classes': '',
    })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        posts: [
          { stage: 'primary', classes: 6 },
          { stage: 'junior', classes: 3 },
        ],
      },
    })
  })

  test('are told what is wrong in the row as it was sent', () => {
    const answer = read({ 'posts.0.stage': 'primary', 'posts.3.classes': 'six', 'posts.3.stage': 'junior' })
    expect(answer).toMatchObject({ ok: false, reply: { errors: { 'posts.3.classes': 'form.count' } } })
  })

  test.each([
    [{}, 'form.required'],
    [{ 'posts.0.classes': '1', 'posts.1.classes': '2', 'posts.2.classes': '3' }, undefined],
    [{ 'posts.9999.classes': '1', '__proto__.0.classes': '1', 'posts.0.constructor': 'x' }, undefined],
  ])('that nobody can have meant (%j) are refused', (cells, error) => {
    const answer = read(cells)
    expect(answer.ok).toBe(false)
    if (error && !answer.ok) expect(answer.reply.errors.posts).toBe(error)
  })
})
