/** Organisations offered while one types into a filter. */
import { useSuggestions } from '#app/platform/forms/ui/suggestions.tsx'

export const useOrganisationSuggestions = () => useSuggestions('/organisations/options')
