/** The outbox of an account on a page: what waits in it, sent while the page is open. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { askForSync } from './keep-page.ts'
import { type Sent, sendWaiting } from './send.ts'
import type { WaitingForm } from './waiting-form.ts'
import { forgetForm, formsOf, keepForm, onChange } from './waiting-forms.ts'

const AGAIN_MS = 20_000

export type Outbox = {
  /** Empty until the browser has been asked. */
  waiting: readonly WaitingForm[]
  isSending: boolean
  /** Keeps a form. Throws where the browser keeps nothing. */
  keep: (form: WaitingForm) => Promise<void>
  /** Sends what waits; answers what became of each. */
  send: () => Promise<Sent[]>
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
      const sent = await sendWaiting(holder)
      if (sent.some(({ heard }) => 'holdup' in heard)) await askForSync()
      return sent
    } finally {
      setIsSending(false)
    }
  }, [holder])

  useEffect(() => {
    let isOver = false
    const look = async () => {
      const forms = await formsOf(holder).catch(() => [])
      if (isOver) return
      const left = new Set(forms.map(({ id }) => id))
      if (known.current.some(({ id }) => !left.has(id))) told.current?.()
      known.current = forms
      setWaiting(forms)
    }
    const sendIfAny = async () => {
      const forms = await formsOf(holder).catch(() => [])
      if (forms.some(({ refusal }) => !refusal)) await send()
    }
    look()
    sendIfAny()
    const stopListening = onChange(look)
    const again = setInterval(sendIfAny, AGAIN_MS)
    addEventListener('online', sendIfAny)
    return () => {
      isOver = true
      stopListening()
      clearInterval(again)
      removeEventListener('online', sendIfAny)
    }
  }, [holder, send])

  return { waiting, isSending, keep: keepForm, send, forget: forgetForm }
}
