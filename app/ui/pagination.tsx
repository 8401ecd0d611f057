// Keyset paging: there are no page numbers, only first, previous and next, and how many there are.
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { Link } from './link.tsx'

interface PaginationProps {
  label: string
  countText: string
  /** A missing address means there is no such page. */
  first?: string
  previous?: string
  next?: string
  words: { first: string; previous: string; next: string }
}

export function Pagination({ label, countText, first, previous, next, words }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="text-ink-soft tabular-nums">{countText}</p>
      <ul className="flex gap-1 print:hidden">
        <PageLink href={first} word={words.first} before="chevrons-left" />
        <PageLink href={previous} word={words.previous} before="chevron-left" rel="prev" />
        <PageLink href={next} word={words.next} after="chevron-right" rel="next" />
      </ul>
    </nav>
  )
}

interface PageLinkProps {
  href: string | undefined
  word: string
  before?: IconName
  after?: IconName
  rel?: 'prev' | 'next'
}

/** A page that does not exist keeps its place as plain grey words, so that nothing jumps. */
function PageLink({ href, word, before, after, rel }: PageLinkProps) {
  const look = 'inline-flex min-h-11 items-center gap-1 rounded-sm border px-3 md:min-h-9'
  const content = (
    <>
      {before && <Icon shape={before} />}
      {word}
      {after && <Icon shape={after} />}
    </>
  )
  return (
    <li>
      {href ? (
        <Link
          to={href}
          rel={rel}
          className={classes(look, 'border-control bg-surface text-accent hover:border-accent')}
        >
          {content}
        </Link>
      ) : (
        <span className={classes(look, 'border-transparent text-ink-soft')}>{content}</span>
      )}
    </li>
  )
}
