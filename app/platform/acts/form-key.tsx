/** The key under which this form was drawn: every form that acts carries one, so that sent twice it acts once. */
import { useRootFacts } from '#app/platform/http/root-facts.tsx'
import { FORM_KEY } from './outcome.ts'

/** The key comes with the document, and anew after every act. */
export function FormKey() {
  const formKey = useRootFacts()?.formKey
  return formKey ? <input type="hidden" name={FORM_KEY} value={formKey} /> : null
}
