/** What a refusal looks like to a browser that asked for a page where no page stands: the whole HTML, in the reader's language. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/platform/i18n/locale.ts'
import { translator } from '#app/platform/i18n/translate.ts'
import { RefusalPage } from './refusal-page.tsx'

let stylesheet = ''

/** The address of the application's styles, told once the build is known. */
export function useStylesheet(href: string): void {
  stylesheet = href
}

/** Whether the answer is to be shown as a page: browsers say so, programs that ask for a file or data do not. */
export function wantsPage(accept: string | null | undefined): boolean {
  return accept?.includes('text/html') ?? false
}

/** A page that says what happened, and leads on. */
export function refusalPage(locale: Locale, { title, body }: { title: string; body: string }): string {
  const t = translator(locale)
  const props = { lang: locale, brand: t('app.full_name'), homeLabel: t('error.home'), stylesheet }
  return `<!DOCTYPE html>${renderToStaticMarkup(createElement(RefusalPage, { ...props, title, body }))}`
}
