// Which column of the sheet is which of our fields: one row a field, the column's values beside it, what was only
// suggested marked. Fields that found no column are folded away, so that the page is as long as the sheet is wide.
import { Form, useNavigation } from '@remix-run/react'
import { errorOf, type FormReply, summaryOf, typedValue } from '#app/platform/forms/form-reply.ts'
import { DATE_ORDERS } from '#app/platform/sheets/loose-date.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { MappingGroupRows } from './mapping-rows.tsx'
import type { MappingView } from './views.ts'
import { useT } from './words.tsx'

interface MappingFormProps {
  mapping: MappingView
  reply: FormReply | undefined
}

export function MappingForm({ mapping, reply }: MappingFormProps) {
  const t = useT()
  const intent = useNavigation().formData?.get('intent')
  return (
    <>
      <ErrorSummary title={t('form.summary')} errors={summaryOf(reply, t)} />
      <Form method="post" id="form" className="flex flex-col gap-8">
        <input type="hidden" name="headingRow" value={mapping.headingRow} />
        <input type="hidden" name="headingRows" value={mapping.headingRows} />
        {mapping.sheets.length > 1 &&
          mapping.sheets.map(
            ({ name, isRead }) => isRead && <input key={name} type="hidden" name="sheets" value={name} />,
          )}
        <input type="hidden" name="recipe" value={mapping.options.recipe} />
        {mapping.groups.map((group) => (
          <MappingGroupRows key={group.key} group={group} mapping={mapping} reply={reply} />
        ))}
        <OptionFields mapping={mapping} reply={reply} />
        <ButtonRow>
          <Button
            variant="primary"
            name="intent"
            value="check"
            pending={intent === 'check'}
            pendingLabel={t('imports.check_starting')}
          >
            {t('imports.check')}
          </Button>
          <Button name="intent" value="save" pending={intent === 'save'}>
            {t('imports.save_mapping')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** What is ticked about the file as a whole, and how it is called. */
const BOXES = [
  ['complete', 'coverage_complete'],
  ['fillDown', 'fill_down'],
  ['matchByName', 'match_by_name'],
  ['createOrganisations', 'create_organisations'],
] as const

function OptionFields({ mapping: { options, profileName, source }, reply }: MappingFormProps) {
  const t = useT()
  // An unticked box is not sent at all: after a refusal the reply alone tells.
  const ticked = (name: (typeof BOXES)[number][0]) =>
    reply ? typedValue(reply, name) !== '' : options[name] === true
  return (
    <Section id="options" title={t('imports.options')}>
      <div className="flex max-w-form flex-col gap-4">
        {BOXES.map(([name, word]) => (
          <CheckboxField
            key={name}
            name={name}
            label={t(`imports.${word}`)}
            hint={t(`imports.${word}_hint`)}
            defaultChecked={ticked(name)}
            error={errorOf(reply, name, t)}
          />
        ))}
        <SelectField
          name="dateOrder"
          label={t('imports.date_order')}
          hint={t('imports.date_order_hint')}
          emptyLabel={t('imports.date_order_none')}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`imports.date_order_${value}`) }))}
          defaultValue={typedValue(reply, 'dateOrder', options.dateOrder ?? '')}
        />
        <TextField
          name="source"
          label={t('imports.source')}
          hint={t('imports.source_hint')}
          maxLength={60}
          defaultValue={typedValue(reply, 'source', source)}
          error={errorOf(reply, 'source', t)}
        />
        <TextField
          name="saveAs"
          label={t('imports.profile_name')}
          hint={t('imports.profile_name_hint')}
          maxLength={60}
          defaultValue={typedValue(reply, 'saveAs', profileName)}
          error={errorOf(reply, 'saveAs', t)}
        />
      </div>
    </Section>
  )
}
