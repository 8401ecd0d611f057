/** The outbox of an account on a page: what waits in it, sent while the page is open. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Sent } from './send.ts'
import type { WaitingForm } from './waiting-form.ts'

const AGAIN_MS = 20_000

const inBrowser = () => import('./in-browser.ts')

export type Outbox = {
  /** Empty until the browser has been asked. */
  waiting: readonly WaitingForm[]
  isSending: boolean
  /** Keeps a form. Throws where the browser keeps nothing. */
  keep: (form: WaitingForm) => Promise<void>
  /** Sends what waits; answers what became of each. */
  send: () => Promise<Sent[]>
  /** One of the account's own that still waits. */
  find: (id: string) => Promise<WaitingForm | null>
  forget: (id: string) => Promise<void>
}

/** `onGone` is called when something has left the outbox, whoever sent it. */
export function useOutbox(holder: string, onGone?: () => void): Outbox {
  const [waiting, setWaiting] = useState<readonly WaitingForm[]>([])
  const [isSending, setIsSending] = useState(false)
  const told = useRef(onGone)
  told.current = onGone
  const known = useRef<readonly WaitingForm[]>([])

  const send = useCallback(async () => {
    setIsSending(true)
    try {
      const { sendWaiting, askForSync } = await inBrowser()
      const sent = await sendWaiting(holder)
      if (sent.some(({ heard }) => 'holdup' in heard)) await askForSync()
      return sent
    } finally {
      setIsSending(false)
    }
  }, [holder])

  useEffect(() => {
    let isOver = false
    let stopListening = () => {}
    const own = async () => {
      const { formsOf } = await inBrowser()
      return formsOf(holder)
    }
    const look = async () => {
      const forms = await own().catch(() => [])
      if (isOver) return
      const left = new Set(forms.map(({ id }) => id))
      if (known.current.some(({ id }) => !left.has(id))) told.current?.()
      known.current = forms
      setWaiting(forms)
    }
    const sendIfAny = async () => {
      const forms = await own().catch(() => [])
      if (forms.some(({ refusal }) => !refusal)) await send()
    }
    const listen = async () => {
      const { onChange } = await inBrowser()
      if (!isOver) stopListening = onChange(look)
    }
    listen().catch(() => undefined)
    look()
    sendIfAny()
    const again = setInterval(sendIfAny, AGAIN_MS)
    addEventListener('online', sendIfAny)
    return () => {
      isOver = true
      stopListening()
      clearInterval(again)
      removeEventListener('online', sendIfAny)
    }
  }, [holder, send])

  const keep = useCallback(async (form: WaitingForm) => (await inBrowser()).keepForm(form), [])
  const find = useCallback(async (id: string) => (await inBrowser()).waitingForm(holder, id), [holder])
  const forget = useCallback(async (id: string) => (await inBrowser()).forgetForm(id), [])
  return { waiting, isSending, keep, send, find, forget }
}
