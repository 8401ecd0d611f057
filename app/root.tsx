/** The document, and the one place where errors become words. */
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { iconFile } from '#app/platform/frame/icon-file.server.ts'
import { useNonce } from '#app/platform/http/nonce.tsx'
import { localeOf, takeToast } from '#app/platform/http/respond.server.ts'
import { type RootFacts, useRootFacts } from '#app/platform/http/root-facts.tsx'
import { titleOf } from '#app/platform/http/title.ts'
import { defaultLocale } from '#app/platform/i18n/locale.ts'
import { LocaleProvider } from '#app/platform/i18n/use-t.tsx'
import { newId } from '#app/platform/ids.ts'
import { ICON_PATH, IconFile } from '#app/ui/icon.tsx'
import { LedLinks } from '#app/ui/link.tsx'
import styles from './app.css?url'
import { ErrorPage } from './error-page.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** For pages without a title of their own, such as the one that says a page is not there. */
export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'app.full_name')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { toast, clear } = await takeToast(request)
  const headers: HeadersInit = clear ? { 'Set-Cookie': clear } : {}
  const facts: RootFacts = {
    locale: localeOf(request),
    toast,
    requestId: context.requestId,
    formKey: newId(),
    icons: (await iconFile()).address,
  }
  return data(facts, { headers })
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const { locale = defaultLocale, icons = ICON_PATH } = useRootFacts() ?? {}
  const error = useRouteError()
  const databaseAway = isRouteErrorResponse(error) && error.status === 503
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {databaseAway && <meta httpEquiv="refresh" content="5" />}
        <Meta />
        <Links />
      </head>
      <body>
        <IconFile.Provider value={icons}>
          <LocaleProvider locale={locale}>{children}</LocaleProvider>
        </IconFile.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  useLoaderData<typeof loader>()
  return (
    <>
      <LedLinks />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
