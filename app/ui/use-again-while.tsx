/** A page of something that is being worked on. */
import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const AGAIN_MS = 1_500

/** Asks the server again as long as it works. */
export function useAgainWhile(isRunning: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(revalidate, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isRunning, revalidate])
}
