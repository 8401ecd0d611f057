// One search field. By GET a search has an address; by POST what is typed (an ID number) stays out of it.
import { Form } from '@remix-run/react'
import { useId } from 'react'
import { Icon } from './icon.tsx'

interface SearchBoxProps {
  action: string
  method?: 'get' | 'post'
  name: string
  label: string
  /** What can be typed: name, pinyin, staff number. */
  placeholder: string
  submitLabel: string
  defaultValue?: string
}

export function SearchBox({
  action,
  method = 'get',
  name,
  label,
  placeholder,
  submitLabel,
  defaultValue,
}: SearchBoxProps) {
  const id = useId()
  return (
    <search className="block w-full">
      <Form action={action} method={method} className="relative">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          type="search"
          name={name}
          defaultValue={defaultValue}
          placeholder={placeholder}
          autoComplete="off"
          className="min-h-11 w-full rounded-sm border border-control bg-surface ps-3 pe-11 text-base placeholder:text-ink-soft md:min-h-9"
        />
        <button
          type="submit"
          aria-label={submitLabel}
          className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-sm text-ink-soft -outline-offset-3 hover:text-accent md:w-9"
        >
          <Icon shape="search" />
        </button>
      </Form>
    </search>
  )
}
