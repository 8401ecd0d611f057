/** Keeps the page that opens without a network, while one looks at a page that would be missed. */
import { useEffect } from 'react'

export function useOfflinePage(): void {
  useEffect(() => {
    // Not kept is not broken: the next visit tries again.
    import('./in-browser.ts').then(({ keepOfflinePage }) => keepOfflinePage()).catch(() => undefined)
  }, [])
}
