/** What the document's own loader tells every page. */
import { useRouteLoaderData } from '@remix-run/react'
import type { Locale } from '#app/platform/i18n/locale.ts'

export type RootFacts = {
  locale: Locale
  /** What just happened, in words. */
  toast: string | null
  /** Stands in the log and on the page that says something broke. */
  requestId: string
  /** Under which the forms of this document act. */
  formKey: string
  /** Where all icons are drawn. */
  icons: string
}

/** Null where even the document's loader failed. */
export function useRootFacts(): RootFacts | null {
  return (useRouteLoaderData('root') as RootFacts | undefined) ?? null
}
