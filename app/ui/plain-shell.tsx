// The frame of pages for people who are not signed in: sign-in, public notices, errors.
import type { ReactNode } from 'react'
import { BrandMark, RippleGround } from './brand-mark.tsx'
import { classes } from './class-names.ts'
import { Link } from './link.tsx'
import { SkipLink } from './skip-link.tsx'

interface PlainShellProps {
  brand: { name: string; href: string; tagline?: string }
  skipLabel: string
  languageSwitch?: ReactNode
  /** `narrow` for a form beside the lake panel, `page` for a document. */
  width?: 'narrow' | 'page'
  footer?: ReactNode
  children: ReactNode
}

export function PlainShell(props: PlainShellProps) {
  const { skipLabel, width = 'narrow', footer, children } = props
  const narrow = width === 'narrow'
  return (
    <div
      className={classes(
        'flex min-h-dvh flex-col',
        narrow && 'lg:grid lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:grid-rows-[auto_1fr_auto]',
      )}
    >
      <SkipLink label={skipLabel} />
      {narrow ? <LakeHead {...props} /> : <BarHead {...props} />}
      <main
        id="main"
        tabIndex={-1}
        className={classes(
          'mx-auto flex w-full flex-1 flex-col gap-6 px-5 py-6',
          narrow ? 'max-w-md lg:col-start-2 lg:justify-center' : 'max-w-5xl md:px-8',
        )}
      >
        {children}
      </main>
      {footer && (
        <footer
          className={classes(
            'mx-auto w-full px-5 py-6 text-sm text-ink-soft',
            narrow ? 'max-w-md lg:col-start-2' : 'max-w-5xl md:px-8',
          )}
        >
          {footer}
        </footer>
      )}
    </div>
  )
}

const languagePlace = 'self-end px-5 pt-2 print:hidden [&_a]:inline-block [&_a]:py-2.5'

/** The lake beside the form on a desk, above it on a phone. */
function LakeHead({ brand, languageSwitch }: PlainShellProps) {
  return (
    <header className="flex flex-col lg:contents">
      <div className="relative flex flex-col gap-3 overflow-hidden bg-lake px-5 pt-5 pb-10 text-on-lake lg:row-span-3 lg:gap-[16vh] lg:p-14 print:bg-transparent print:text-ink">
        <RippleGround className="absolute inset-0 size-full mask-t-from-10% mask-t-to-80% opacity-30 print:hidden" />
        <Brand {...brand} />
        {brand.tagline && (
          <p className="relative max-w-md text-balance lg:text-3xl lg:font-semibold">{brand.tagline}</p>
        )}
      </div>
      {languageSwitch && (
        <div className={classes(languagePlace, 'lg:col-start-2 lg:justify-self-end lg:px-14')}>
          {languageSwitch}
        </div>
      )}
    </header>
  )
}

function BarHead({ brand, languageSwitch }: PlainShellProps) {
  return (
    <header className="flex flex-col">
      <div className="bg-lake px-5 py-2 text-on-lake md:px-8 print:bg-transparent print:text-ink">
        <Brand {...brand} />
      </div>
      {languageSwitch && <div className={classes(languagePlace, 'md:px-8')}>{languageSwitch}</div>}
    </header>
  )
}

function Brand({ name, href }: PlainShellProps['brand']) {
  return (
    <Link
      to={href}
      className="relative flex min-h-11 items-center gap-3 self-start text-lg font-semibold outline-on-lake"
    >
      <BrandMark className="size-9" />
      {name}
    </Link>
  )
}
