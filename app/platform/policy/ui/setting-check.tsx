// The look at what a new value does, before it is saved.
import { Form, useNavigation } from '@remix-run/react'
import { FormKey } from '#app/platform/acts/form-key.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CheckView, EffectView } from './views.ts'
import { useT } from './words.tsx'

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
