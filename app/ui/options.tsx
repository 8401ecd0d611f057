// The entries of any select.

export interface Option {
  value: string
  label: string
}

export interface OptionGroup {
  label: string
  options: readonly Option[]
}

/** `option` elements, for any select. */
export function Options({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))
}
