// What holds for every row or for the file as a whole: it stands beside the columns, and is remembered with them.
import { errorOf, type FormReply, typedValue } from '#app/platform/forms/form-reply.ts'
import { DATE_ORDERS } from '#app/platform/sheets/loose-date.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { everyRowChoice } from './mapping-choice.ts'
import type { MappingView } from './views.ts'
import { useT } from './words.tsx'

interface OptionsProps {
  mapping: MappingView
  reply: FormReply | undefined
}

/** Fields that no column fills because they are the same for every row. */
export function EveryRow({ mapping: { everyRow, missing }, reply }: OptionsProps) {
  const t = useT()
  if (everyRow.length === 0) return null
  const choiceOf = (key: string, choice: string) => typedValue(reply, everyRowChoice.name(key), choice)
  const isOpen = missing.length > 0 || everyRow.some(({ key, choice }) => choiceOf(key, choice) !== '')
  return (
    <Section id="every-row" title={t('imports.every_row')} description={t('imports.every_row_hint')}>
      <Disclosure label={t('imports.every_row_show')} open={isOpen}>
        <div className="grid max-w-form gap-4 md:grid-cols-2">
          {everyRow.map(({ key, label, choice, options }) => (
            <SelectField
              key={key}
              name={everyRowChoice.name(key)}
              label={label}
              emptyLabel={t('imports.every_row_none')}
              options={options}
              defaultValue={choiceOf(key, choice)}
            />
          ))}
        </div>
      </Disclosure>
    </Section>
  )
}

/** What is ticked about the file as a whole, and how it is called. */
export function OptionFields({ mapping, reply }: OptionsProps) {
  const { ticks, complete, dateOrder, profileName, source, sender } = mapping
  const t = useT()
  // An unticked box is not sent at all: after a refusal the reply alone tells.
  const sent = reply && [reply.values.ticked ?? []].flat()
  return (
    <Section id="options" title={t('imports.options')}>
      <div className="flex max-w-form flex-col gap-4">
        {complete && (
          <CheckboxField
            name="complete"
            label={complete.label}
            hint={complete.hint}
            defaultChecked={reply ? typedValue(reply, 'complete') !== '' : complete.isTicked}
          />
        )}
        {ticks.map(({ key, label, hint, isTicked }) => (
          <CheckboxField
            key={key}
            id={`ticked-${key}`}
            name="ticked"
            value={key}
            label={label}
            hint={hint}
            defaultChecked={sent ? sent.includes(key) : isTicked}
          />
        ))}
        <SelectField
          name="dateOrder"
          label={t('imports.date_order')}
          hint={t('imports.date_order_hint')}
          emptyLabel={t('imports.date_order_none')}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`imports.date_order_${value}`) }))}
          defaultValue={typedValue(reply, 'dateOrder', dateOrder)}
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
          hint={t('imports.profile_name_hint', { sender })}
          maxLength={60}
          defaultValue={typedValue(reply, 'saveAs', profileName)}
          error={errorOf(reply, 'saveAs', t)}
        />
      </div>
    </Section>
  )
}
