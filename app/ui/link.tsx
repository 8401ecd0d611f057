// Links are plain ones, light to draw by the hundred; one listener of the document leads them on within the application.
import { PrefetchPageLinks, useNavigate } from '@remix-run/react'
import { type AnchorHTMLAttributes, useEffect, useState } from 'react'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string
  /** The page is looked at where one is, as when a list is sorted. */
  keepScroll?: boolean
  /** The address answers with a file: the browser fetches it itself. */
  isFile?: boolean
}

export function Link({ to, keepScroll = false, isFile = false, children, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={to}
      // The router asks for the routes of such links ahead.
      data-discover={isFile ? undefined : 'true'}
      data-scroll={keepScroll ? 'keep' : undefined}
      data-file={isFile ? '' : undefined}
    >
      {children}
    </a>
  )
}

/** Stands once in the document. Follows a link without loading the document anew, and fetches its page when pointer or focus rests on it. */
export function LedLinks() {
  const navigate = useNavigate()
  const [intended, setIntended] = useState<string>()
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const follow = (event: MouseEvent) => {
      const link = linkOf(event)
      const isPlain =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      // Without a network the browser itself goes there: it says so, or a kept page opens.
      if (!link || !isPlain || event.defaultPrevented || !navigator.onLine) return
      event.preventDefault()
      navigate(addressOf(link), { preventScrollReset: link.dataset.scroll === 'keep' })
    }
    const intend = (event: Event) => {
      const link = linkOf(event)
      if (link) setIntended(addressOf(link))
    }
    document.addEventListener('click', follow, { signal })
    for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, intend, { signal })
    return () => controller.abort()
  }, [navigate])
  return intended && <PrefetchPageLinks page={intended} />
}

/** The link that an event is about, where it leads to another page of the application. */
function linkOf({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.origin !== location.origin || link.target || 'file' in link.dataset) return undefined
  const isWithinPage =
    link.hash !== '' && link.pathname === location.pathname && link.search === location.search
  return isWithinPage ? undefined : link
}

function addressOf({ pathname, search, hash }: HTMLAnchorElement): string {
  return `${pathname}${search}${hash}`
}
