// The fields of every form, on native controls: they work without script, by keyboard, and with the phone's own pickers.
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classes } from './class-names.ts'
import {
  controlLook,
  FieldError,
  FieldFrame,
  FieldHint,
  type FieldIds,
  type FieldProps,
  fieldIds,
  RequiredWord,
} from './field-frame.tsx'
import { type Option, type OptionGroup, Options } from './options.tsx'

export type { Option, OptionGroup }

type Rest<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  keyof FieldProps | 'className' | 'children' | 'list'
>

export interface ChoiceOption extends Option {
  hint?: string
}

/** The attributes by which a control says what it is called, that it must be filled, and what is wrong with it. */
function wired(ids: FieldIds, field: Pick<FieldProps, 'name' | 'error' | 'required'>) {
  return {
    id: ids.id,
    name: field.name,
    required: field.required,
    'aria-describedby': ids.describedBy,
    'aria-invalid': field.error ? true : undefined,
  }
}

interface TextFieldProps extends FieldProps, Rest<'input'> {
  /** A unit after the number, e.g. hours or yuan. */
  unit?: string
  /** Offered while typing; anything else may be typed too. */
  suggestions?: readonly string[]
  /** What the suggestions were found for: browsers hide one in which the typed text does not stand, as pinyin does not. */
  suggestedFor?: string
}

export function TextField(props: TextFieldProps) {
  const {
    name,
    id,
    label,
    hint,
    error,
    required,
    requiredWord,
    unit,
    suggestions,
    suggestedFor = '',
    type = 'text',
    ...rest
  } = props
  const ids = fieldIds(props)
  const listId = suggestions ? `${ids.id}-list` : undefined
  return (
    <FieldFrame ids={ids} {...{ label, hint, error, required, requiredWord }}>
      <div className="flex items-center gap-2">
        <input
          {...rest}
          {...wired(ids, props)}
          type={type}
          list={listId}
          className={controlLook(Boolean(error), type === 'number' ? 'md:max-w-40 tabular-nums' : undefined)}
        />
        {unit && <span className="shrink-0 text-ink-soft">{unit}</span>}
      </div>
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option
              key={suggestion}
              value={suggestion}
              label={suggestion.includes(suggestedFor) ? undefined : suggestedFor}
            />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}

export function TextArea(props: FieldProps & Rest<'textarea'>) {
  const { name, id, label, hint, error, required, requiredWord, rows = 4, ...rest } = props
  const ids = fieldIds(props)
  return (
    <FieldFrame ids={ids} {...{ label, hint, error, required, requiredWord }}>
      <textarea
        {...rest}
        {...wired(ids, props)}
        rows={rows}
        className={controlLook(Boolean(error), 'resize-y')}
      />
    </FieldFrame>
  )
}

interface DateFieldProps extends FieldProps, Omit<Rest<'input'>, 'type'> {
  type?: 'date' | 'month' | 'time'
}

/** A plain day, month or time of day; the value is `YYYY-MM-DD`, `YYYY-MM` or `HH:MM` whatever the browser shows. */
export function DateField(props: DateFieldProps) {
  const { name, id, label, hint, error, required, requiredWord, type = 'date', ...rest } = props
  const ids = fieldIds(props)
  return (
    <FieldFrame ids={ids} {...{ label, hint, error, required, requiredWord }}>
      <input
        {...rest}
        {...wired(ids, props)}
        type={type}
        className={controlLook(Boolean(error), 'md:max-w-56 tabular-nums')}
      />
    </FieldFrame>
  )
}

interface SelectFieldProps extends FieldProps, Rest<'select'> {
  options?: readonly Option[]
  groups?: readonly OptionGroup[]
  /** The words of the empty choice; without them there is none. */
  emptyLabel?: string
}

export function SelectField(props: SelectFieldProps) {
  const {
    name,
    id,
    label,
    labelHidden,
    hint,
    error,
    required,
    requiredWord,
    options,
    groups,
    emptyLabel,
    ...rest
  } = props
  const ids = fieldIds(props)
  return (
    <FieldFrame ids={ids} {...{ label, labelHidden, hint, error, required, requiredWord }}>
      <div className="select-arrow relative">
        <select
          {...rest}
          {...wired(ids, props)}
          className={controlLook(Boolean(error), 'appearance-none pe-9')}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options && <Options options={options} />}
          {groups?.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      </div>
    </FieldFrame>
  )
}

export function FileField(props: FieldProps & Omit<Rest<'input'>, 'type'>) {
  const { name, id, label, hint, error, required, requiredWord, ...rest } = props
  const ids = fieldIds(props)
  return (
    <FieldFrame ids={ids} {...{ label, hint, error, required, requiredWord }}>
      <input
        {...rest}
        {...wired(ids, props)}
        type="file"
        className={classes(
          'w-full scroll-mt-24 rounded-sm border border-dashed bg-surface p-3 text-base text-ink-soft',
          'file:me-4 file:min-h-11 file:rounded-sm file:border file:border-solid file:border-control file:bg-paper file:px-4 file:font-medium file:text-ink md:file:min-h-9',
          error ? 'border-red ring-1 ring-red' : 'border-control hover:border-accent',
        )}
      />
    </FieldFrame>
  )
}

const choiceRow = 'flex min-h-11 md:min-h-9 items-start gap-3 py-2 md:py-1.5'
const choiceMark = 'mt-[0.15em] size-5 shrink-0 scroll-mt-24'

/** A single yes or no; the label stands beside the box. */
export function CheckboxField(props: FieldProps & Omit<Rest<'input'>, 'type'>) {
  const { name, id, label, hint, error, required, requiredWord, ...rest } = props
  const ids = fieldIds(props)
  return (
    <div className="flex flex-col gap-1">
      <FieldError id={ids.errorId}>{error}</FieldError>
      <div className={choiceRow}>
        <input {...rest} {...wired(ids, props)} type="checkbox" className={choiceMark} />
        <div>
          <label htmlFor={ids.id}>
            {label}
            <RequiredWord required={required} word={requiredWord} />
          </label>
          <FieldHint id={ids.hintId}>{hint}</FieldHint>
        </div>
      </div>
    </div>
  )
}

interface RadioGroupProps extends FieldProps {
  options: readonly ChoiceOption[]
  defaultValue?: string
  /** Beside each other from tablet width on; for two or three short words. */
  inline?: boolean
}

export function RadioGroup(props: RadioGroupProps) {
  const { name, label, hint, error, required, requiredWord, options, defaultValue, inline } = props
  const ids = fieldIds(props)
  const labelId = `${ids.id}-label`
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={ids.describedBy}
      aria-invalid={error ? true : undefined}
      aria-required={required || undefined}
      className={classes('flex min-w-0 flex-col gap-1.5', error && 'border-s-2 border-red ps-3')}
    >
      <p id={labelId} className="font-medium">
        {label}
        <RequiredWord required={required} word={requiredWord} />
      </p>
      <FieldHint id={ids.hintId}>{hint}</FieldHint>
      <FieldError id={ids.errorId}>{error}</FieldError>
      <div className={classes('flex flex-col', inline && 'md:flex-row md:gap-8')}>
        {options.map((option, index) => (
          <Choice key={option.value} option={option} id={index === 0 ? ids.id : `${ids.id}-${option.value}`}>
            {(shared) => (
              <input
                {...shared}
                type="radio"
                name={name}
                required={required}
                defaultChecked={option.value === defaultValue}
              />
            )}
          </Choice>
        ))}
      </div>
    </div>
  )
}

interface ChoiceProps {
  option: ChoiceOption
  id: string
  children: (shared: {
    id: string
    value: string
    className: string
    'aria-describedby'?: string
  }) => ReactNode
}

function Choice({ option, id, children }: ChoiceProps) {
  const hintId = option.hint ? `${id}-hint-text` : undefined
  return (
    <div className={choiceRow}>
      {children({ id, value: option.value, className: choiceMark, 'aria-describedby': hintId })}
      <div>
        <label htmlFor={id}>{option.label}</label>
        <FieldHint id={hintId}>{option.hint}</FieldHint>
      </div>
    </div>
  )
}
