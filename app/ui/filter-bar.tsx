// A list's filter: a GET form that reads as a sentence with blanks, so that it lives in the URL and works without script.
import { Form } from '@remix-run/react'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Button, buttonLook } from './button.tsx'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { type Option, type OptionGroup, Options } from './options.tsx'
import { TextLink } from './text-link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

interface FilterBarProps {
  /** Names the form for screen readers; on a phone it is the word on the fold. */
  label: string
  applyLabel: string
  clearLabel: string
  clearHref: string
  /** Where the form goes; the page itself when left out. */
  action?: string
  /** Seldom used controls under this word; folded, they are not there: the address `href` draws the page with them. */
  more?: { label: string; href: string; open?: boolean; controls: ReactNode }
  /** `FilterSelect`, `FilterText`, hidden inputs, words between them. */
  children: ReactNode
}

export function FilterBar({
  label,
  applyLabel,
  clearLabel,
  clearHref,
  action,
  more,
  children,
}: FilterBarProps) {
  return (
    <search aria-label={label} className="block print:hidden">
      {/* The fold stands before the form, not around it: closed, it would hide the form on a desk as well. */}
      <details className="peer md:hidden">
        <summary className={classes(buttonLook('secondary'), 'plain-summary')}>
          <Icon shape="list-filter" />
          {label}
        </summary>
      </details>
      <Form
        method="get"
        action={action}
        className="hidden flex-col gap-3 peer-open:mt-3 peer-open:flex md:flex md:rounded-sm md:bg-sunken md:px-4 md:py-3"
      >
        <div className="grid gap-3 md:flex md:flex-wrap md:items-baseline md:gap-x-5 md:gap-y-2">
          {children}
          <span className="flex items-center gap-4 md:ms-auto">
            <Button>{applyLabel}</Button>
            <TextLink href={clearHref} className="py-2.5 md:py-1">
              {clearLabel}
            </TextLink>
          </span>
        </div>
        {more && !more.open && (
          <Link to={more.href} keepScroll className={moreLook}>
            <Icon shape="chevron-right" />
            {more.label}
          </Link>
        )}
        {more?.open && (
          <details open className="group">
            <summary className={classes(moreLook, 'plain-summary')}>
              <Icon
                shape="chevron-right"
                className="transition-transform duration-100 group-open:rotate-90"
              />
              {more.label}
            </summary>
            <div className="grid gap-3 pt-2 md:flex md:flex-wrap md:items-baseline md:gap-x-4">
              {more.controls}
            </div>
          </details>
        )}
      </Form>
    </search>
  )
}

const moreLook = 'inline-flex min-h-11 w-fit items-center gap-1 text-accent md:min-h-7'

const blank =
  'w-full min-h-11 rounded-sm border border-control bg-surface px-3 text-base text-accent md:min-h-8 md:w-auto md:rounded-none md:border-0 md:border-b md:bg-transparent md:px-1 md:font-medium hover:md:border-accent'

interface FilterWords {
  /** The words before the blank; they are its label. */
  label: string
  /** What the label leaves to the eye, for who hears it: "age" before "to". */
  spokenBefore?: string
  /** The words after the blank, where the sentence needs them. */
  after?: string
  name: string
  defaultValue?: string
}

interface FilterSlotProps {
  id: string
  label: string
  spokenBefore?: string
  after?: string
  children: ReactNode
}

function FilterSlot({ id, label, spokenBefore, after, children }: FilterSlotProps) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1">
      <label htmlFor={id} className="w-full text-sm text-ink-soft md:w-auto md:text-base">
        {spokenBefore && <VisuallyHidden>{spokenBefore} </VisuallyHidden>}
        {label}
      </label>
      {children}
      {after && <span className="hidden text-ink-soft md:inline">{after}</span>}
    </span>
  )
}

interface FilterSelectProps extends FilterWords {
  options?: readonly Option[]
  groups?: readonly OptionGroup[]
  /** The words for "no limit", whose value is empty. */
  anyLabel: string
}

export function FilterSelect({
  label,
  after,
  name,
  defaultValue,
  options,
  groups,
  anyLabel,
}: FilterSelectProps) {
  const id = useId()
  return (
    <FilterSlot id={id} label={label} after={after}>
      <span className="select-arrow relative w-full md:w-auto">
        <select
          id={id}
          name={name}
          defaultValue={defaultValue ?? ''}
          className={classes(
            blank,
            'appearance-none field-sizing-content max-w-full pe-7 md:max-w-60 md:pe-6',
          )}
        >
          <option value="">{anyLabel}</option>
          {options && <Options options={options} />}
          {groups?.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      </span>
    </FilterSlot>
  )
}

interface FilterTextProps extends FilterWords {
  type?: 'search' | 'text' | 'date' | 'number'
  placeholder?: string
  /** Room for a school's full name. */
  wide?: boolean
  /** Offered while typing; anything else may be typed too. */
  suggestions?: readonly string[]
  onInput?: (event: FormEvent<HTMLInputElement>) => void
}

export function FilterText({
  label,
  spokenBefore,
  after,
  name,
  defaultValue,
  type = 'search',
  placeholder,
  wide = false,
  suggestions,
  onInput,
}: FilterTextProps) {
  const id = useId()
  const listId = suggestions ? `${id}-list` : undefined
  return (
    <FilterSlot {...{ id, label, spokenBefore, after }}>
      <input
        id={id}
        type={type}
        name={name}
        defaultValue={defaultValue}
        placeholder={placeholder}
        list={listId}
        onInput={onInput}
        className={classes(
          blank,
          'placeholder:font-normal placeholder:text-ink-soft',
          wide
            ? 'field-sizing-content md:min-w-40 md:max-w-96'
            : type === 'number'
              ? 'md:max-w-14'
              : 'md:max-w-48',
        )}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FilterSlot>
  )
}
