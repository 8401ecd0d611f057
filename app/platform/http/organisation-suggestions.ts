/** What a field for an organisation needs to offer names while one types; the page brings it. */
import type { FormEvent } from 'react'

export type OrganisationSuggestions = {
  suggestions: readonly string[]
  onInput: (event: FormEvent<HTMLInputElement>) => void
}
