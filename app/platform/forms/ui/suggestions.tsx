/** Names offered while one types, asked of the server: a prefecture has thousands, no page carries them all. */
import { useFetcher } from '@remix-run/react'
import type { FormEvent } from 'react'

/** Suggestions of the address for a field, and the handler that keeps them in step with what is typed. */
export function useSuggestions(from: string): {
  suggestions: readonly string[]
  suggestedFor: string
  onInput: (event: FormEvent<HTMLInputElement>) => void
} {
  const fetcher = useFetcher<{ options: string[]; typed?: string }>()
  const suggestions = fetcher.data?.options ?? []
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value.trim()
    if (typed === '' || suggestions.includes(typed)) return
    fetcher.load(`${from}?q=${encodeURIComponent(typed)}`)
  }
  return { suggestions, suggestedFor: fetcher.data?.typed ?? '', onInput }
}
