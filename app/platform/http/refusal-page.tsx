/** A refusal that no route's component can draw (a download, a body too large): a whole page, without script. */
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { buttonLook } from '#app/ui/button.tsx'

export type RefusalPageProps = {
  lang: string
  brand: string
  title: string
  body: string
  homeLabel: string
  stylesheet: string
}

export function RefusalPage({ lang, brand, title, body, homeLabel, stylesheet }: RefusalPageProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${title} · ${brand}`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header className="bg-lake px-5 py-2 text-on-lake md:px-8">
          <a href="/" className="relative flex min-h-11 w-fit items-center gap-3 text-lg font-semibold">
            <BrandMark className="size-9" />
            {brand}
          </a>
        </header>
        <main className="mx-auto flex w-full max-w-3xl flex-col items-start gap-4 px-5 py-12">
          <h1 className="text-2xl font-semibold">{title}</h1>
          <p className="text-ink-soft">{body}</p>
          <a href="/" className={buttonLook('primary')}>
            {homeLabel}
          </a>
        </main>
      </body>
    </html>
  )
}
