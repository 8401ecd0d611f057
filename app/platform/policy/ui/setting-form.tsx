// Setting a value: the form, and the look at what it does before it is saved.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { errorOf, type FormReply, summaryOf, typedValue } from '#app/platform/http/form-reply.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { DateField, RadioGroup, SelectField, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CheckView, EffectView, SettingView } from './views.ts'
import { useT } from './words.tsx'

interface SettingFormProps {
  form: NonNullable<SettingView['form']>
  reply: FormReply | undefined
}

export function SettingForm({ form, reply }: SettingFormProps) {
  const t = useT()
  const isSending = useNavigation().state === 'submitting'
  const { control } = form
  const field = (name: string, initial: string) => ({
    name,
    error: errorOf(reply, name, t),
    defaultValue: typedValue(reply, name, initial),
    requiredWord: t('app.required'),
    required: true,
  })
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" className="flex max-w-form flex-col gap-6">
        <FormKey />
        {form.hasOwn && (
          <RadioGroup
            {...field('mode', 'value')}
            label={t('policy.mode')}
            options={[
              { value: 'value', label: t('policy.mode_value') },
              { value: 'above', label: t('policy.mode_above') },
            ]}
          />
        )}
        {control.kind === 'choice' ? (
          <SelectField
            {...field('value', control.value)}
            label={t('policy.new_value')}
            options={control.options}
          />
        ) : (
          <TextField
            {...field('value', control.value)}
            label={t('policy.new_value')}
            unit={control.unit}
            inputMode="decimal"
          />
        )}
        <DateField
          {...field('validFrom', form.validFrom)}
          label={t('policy.valid_from')}
          hint={t('policy.valid_from_hint')}
        />
        <TextField {...field('source', '')} label={t('policy.document')} hint={t('policy.document_hint')} />
        <ButtonRow>
          <Button variant="primary" name="step" value="check" pending={isSending}>
            {t('policy.check')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** What was typed, and what it does; saved from here, or gone back to with everything kept. */
export function SettingCheck({ check }: { check: CheckView }) {
  const t = useT()
  const isSending = useNavigation().state === 'submitting'
  return (
    <>
      <FactList facts={check.facts} />
      <Section id="effect" title={t('policy.effect')}>
        {check.effects.length === 0 && <p>{t('policy.effect_none')}</p>}
        {check.effects.map((one) => (
          <Effect key={one.text} effect={one} />
        ))}
      </Section>
      <Form method="post">
        <FormKey />
        {Object.entries(check.typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button
            variant="primary"
            name="step"
            value="save"
            pending={isSending}
            pendingLabel={t('policy.saving')}
          >
            {t('policy.save')}
          </Button>
          <Button name="step" value="change">
            {t('policy.back')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

function Effect({ effect: { text, people, more } }: { effect: EffectView }) {
  const t = useT()
  return (
    <Disclosure label={text} open>
      <DataTable
        caption={text}
        columns={[
          { key: 'name', header: t('policy.person'), cell: (row) => row.name, primary: true },
          { key: 'place', header: t('policy.person_place'), cell: (row) => row.place, wrap: true },
        ]}
        rows={people}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
      />
      {more && <p className="mt-2 text-ink-soft">{t('policy.effect_more', { count: people.length })}</p>}
    </Disclosure>
  )
}
