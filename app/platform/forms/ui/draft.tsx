// What is typed is kept on the server while one types; what was left is offered on top of the form.
import { Form } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DraftView } from '../form-view.ts'
import { useT } from './words.tsx'

const KEEPING = '/drafts'
const PAUSE_MS = 1500

export function DraftOffer({ draft }: { draft: DraftView | undefined }) {
  const t = useT()
  if (!draft?.left) return null
  const { savedAt, href } = draft.left
  return (
    <Notice
      word={t('form.draft')}
      action={
        <div className="flex flex-wrap gap-3">
          {!draft.values && <LinkButton href={href}>{t('form.draft_take')}</LinkButton>}
          <Form method="post" action={KEEPING}>
            <input type="hidden" name="address" value={draft.address} />
            <Button variant="quiet" name="intent" value="drop">
              {t('form.draft_drop')}
            </Button>
          </Form>
        </div>
      }
    >
      {t(draft.values ? 'form.draft_taken' : 'form.draft_left', { at: savedAt })}
    </Notice>
  )
}

/**
 * Handlers that keep a form's draft: after a pause in typing, and when the page is left. A draft that is offered and not taken
 * up is not overwritten by a few letters typed beside it.
 */
export function useDraftKeeping(draft: DraftView | undefined, isAnswered: boolean) {
  const form = useRef<HTMLFormElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const address = draft && (isAnswered || draft.values || !draft.left) ? draft.address : undefined
  useEffect(() => {
    const leave = () => {
      if (timer.current && address && form.current) send(address, form.current)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [address])
  if (!address) return {}
  return {
    onInput: (event: FormEvent<HTMLFormElement>) => {
      form.current = event.currentTarget
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        timer.current = undefined
        if (form.current) send(address, form.current)
      }, PAUSE_MS)
    },
    onSubmit: () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
  }
}

/** Sent also while the page goes away. */
function send(address: string, form: HTMLFormElement): void {
  const typed = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const hidden = new Set(
    Array.from(form.querySelectorAll<HTMLInputElement>('input[type=hidden]'), ({ name }) => name),
  )
  const body = new URLSearchParams([
    ['address', address],
    ...typed.filter(([name]) => !hidden.has(name)).map(([name, value]) => [`typed.${name}`, value]),
  ])
  navigator.sendBeacon(KEEPING, body)
}
