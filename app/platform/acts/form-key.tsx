/** The key under which this form was drawn: every form that acts carries one, so that sent twice it acts once. */
import { useRouteLoaderData } from '@remix-run/react'
import { FORM_KEY } from './outcome.ts'

/** The key comes with the document, and anew after every act. */
export function FormKey() {
  const root = useRouteLoaderData('root') as { formKey?: string } | undefined
  return root?.formKey ? <input type="hidden" name={FORM_KEY} value={root.formKey} /> : null
}
