// One field of a form page, drawn from its description.
import { errorOf, typedValue } from '#app/platform/http/form-reply.ts'
import { CheckboxField, DateField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import type { ActReply, FieldView } from './form-view.ts'
import { useOrganisationSuggestions } from './organisation-suggestions.tsx'
import { useT } from './words.tsx'

interface FormFieldProps {
  field: FieldView
  reply: ActReply | undefined
}

export function FormField({ field, reply }: FormFieldProps) {
  const t = useT()
  const shared = {
    name: field.name,
    label: field.label,
    hint: field.hint,
    required: field.required,
    requiredWord: t('app.required'),
    error: errorOf(reply, field.name, t),
  }
  const defaultValue = typedValue(reply, field.name, field.value)
  const { kind, options, groups, emptyLabel, unit, min, max } = field
  if (kind === 'organisation') return <OrganisationField {...shared} defaultValue={defaultValue} />
  if (kind === 'date') return <DateField {...shared} defaultValue={defaultValue} />
  if (kind === 'area') return <TextArea {...shared} defaultValue={defaultValue} rows={3} />
  if (kind === 'select') return <SelectField {...shared} {...{ defaultValue, options, groups, emptyLabel }} />
  if (kind === 'check')
    return <CheckboxField {...shared} value="yes" defaultChecked={defaultValue === 'yes'} />
  if (kind === 'checks') return <CheckboxList field={field} reply={reply} error={shared.error} />
  return <TextField {...shared} {...{ defaultValue, unit, min, max }} type={kind} autoComplete="off" />
}

interface OrganisationFieldProps {
  name: string
  label: string
  hint?: string
  required?: boolean
  requiredWord?: string
  error?: string
  defaultValue: string
}

/** Any organisation within reach, by part of its name or by its code. */
function OrganisationField(props: OrganisationFieldProps) {
  const { suggestions, onInput } = useOrganisationSuggestions()
  return <TextField {...props} suggestions={suggestions} onInput={onInput} autoComplete="off" />
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
