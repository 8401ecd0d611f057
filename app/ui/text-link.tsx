// A link in running text or a table. Fetches its page as soon as the pointer or focus rests on it.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Link } from './link.tsx'

const linkLook =
  'text-accent underline decoration-accent-line decoration-1 underline-offset-4 hover:text-accent-strong hover:decoration-2'

interface TextLinkProps {
  href: string
  children: ReactNode
  /** The language of the words, when it is not the page's. */
  lang?: string
  className?: string
  /** The address answers with a file. */
  isFile?: boolean
}

export function TextLink({ href, children, lang, className, isFile }: TextLinkProps) {
  return (
    <Link to={href} isFile={isFile} lang={lang} className={classes(linkLook, className)}>
      {children}
    </Link>
  )
}
