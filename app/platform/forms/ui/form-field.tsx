// One field of a form page, drawn from its description.
import { errorOf, type FormReply, typedValue } from '#app/platform/forms/form-reply.ts'
import {
  CheckboxField,
  DateField,
  FileField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/field.tsx'
import type { FieldView } from '../form-view.ts'
import { RowsField } from './rows-field.tsx'
import { useSuggestions } from './suggestions.tsx'
import { useTooLarge } from './too-large.tsx'
import { useT } from './words.tsx'

interface FormFieldProps {
  field: FieldView
  reply: FormReply | undefined
}

export function FormField({ field, reply }: FormFieldProps) {
  const t = useT()
  const { kind, name, label, hint, required } = field
  const error = errorOf(reply, name, t)
  const shared = { name, label, hint, required, requiredWord: t('app.required'), error }
  const defaultValue = typedValue(reply, name, field.value)
  const { options = [], groups, emptyLabel, unit, min, max, autoComplete = 'off' } = field
  switch (kind) {
    case 'organisation':
    case 'school':
    case 'person':
      return <PickerField {...shared} {...{ defaultValue }} suggestFrom={field.suggestFrom ?? ''} />
    case 'date':
      return <DateField {...shared} {...{ defaultValue, min, max }} />
    case 'month':
      return <DateField {...shared} {...{ defaultValue, min, max }} type="month" />
    case 'time':
      return <DateField {...shared} {...{ defaultValue, min, max }} type="time" />
    case 'area':
      return <TextArea {...shared} defaultValue={defaultValue} rows={3} />
    case 'select':
      return <SelectField {...shared} {...{ defaultValue, options, groups, emptyLabel }} />
    case 'radio':
      return <RadioGroup {...shared} {...{ defaultValue, options }} />
    case 'check':
      return (
        <CheckboxField
          {...shared}
          value="yes"
          defaultChecked={reply ? typedValue(reply, name) !== '' : defaultValue === 'yes'}
        />
      )
    case 'checks':
      return <CheckboxList field={field} reply={reply} error={error} />
    case 'file':
      return <LimitedFile {...shared} accept={field.accept} mostMegabytes={field.mostMegabytes} />
    case 'rows':
      return (
        <RowsField {...{ field, reply, error }} draw={(one) => <FormField field={one} reply={reply} />} />
      )
    case 'password':
      return <TextField {...shared} {...{ autoComplete }} type="password" />
    case 'money':
    case 'hours':
      return <TextField {...shared} {...{ defaultValue, unit, autoComplete }} inputMode="decimal" />
    default:
      return <TextField {...shared} {...{ defaultValue, unit, min, max, autoComplete }} type={kind} />
  }
}

interface SharedProps {
  name: string
  label: string
  hint?: string
  required?: boolean
  requiredWord: string
  error: string | undefined
}

/** An organisation or a person within reach, by part of the name or by code or number. */
function PickerField({ suggestFrom, ...props }: SharedProps & { defaultValue: string; suggestFrom: string }) {
  return <TextField {...props} {...useSuggestions(suggestFrom)} autoComplete="off" />
}

interface LimitedFileProps extends SharedProps {
  accept?: string
  mostMegabytes?: number
}

function LimitedFile({ mostMegabytes, ...props }: LimitedFileProps) {
  const { tooLarge, onChange } = useTooLarge(mostMegabytes)
  return <FileField {...props} error={tooLarge ?? props.error} onChange={onChange} />
}

function CheckboxList({ field, reply, error }: FormFieldProps & { error: string | undefined }) {
  const typed = reply ? [reply.values[field.name] ?? []].flat() : (field.values ?? [])
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium">{field.label}</legend>
      {error && <p className="text-sm font-medium text-red">{error}</p>}
      <div className="grid md:grid-cols-2">
        {field.options?.map((option, index) => (
          <CheckboxField
            key={option.value}
            name={field.name}
            id={index === 0 ? field.name : `${field.name}-${option.value}`}
            label={option.label}
            value={option.value}
            defaultChecked={typed.includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
