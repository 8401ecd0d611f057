// Clashes shown as they arise: what stands against the date that is being typed, and what to do about it.
import { useEffect, useState } from 'react'
import { Notice } from '#app/ui/notice.tsx'
import { useT } from '../own-words.tsx'
import type { ClashView } from './clash.view.server.ts'

const PAUSE_MS = 400

export function ClashWatch({ from }: { from: string }) {
  const t = useT()
  const clashes = useClashes(from)
  return (
    <div aria-live="polite" className="sticky bottom-20 flex max-w-form flex-col gap-2 md:bottom-4">
      {clashes.map(({ text, advice, isHard }) => (
        <Notice key={text} tone={isHard ? 'danger' : 'warning'} word={text}>
          {advice}
        </Notice>
      ))}
      {clashes.some(({ isHard }) => isHard) && <p className="text-ink-soft">{t('clash.not_sent')}</p>}
    </div>
  )
}

/** Asks once a moment has passed without typing; an answer that comes after a later question is dropped. */
function useClashes(from: string): ClashView[] {
  const [clashes, setClashes] = useState<ClashView[]>([])
  useEffect(() => {
    const form = document.getElementById('form')
    if (!(form instanceof HTMLFormElement)) return
    let timer: number | undefined
    let asked = 0
    const ask = async () => {
      asked += 1
      const mine = asked
      const query = new URLSearchParams()
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value)
      query.delete('about')
      const answer = await fetch(`${from}?${query}`).catch(() => null)
      if (mine === asked && answer?.ok) setClashes((await answer.json()).clashes)
    }
    const onInput = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, PAUSE_MS)
    }
    onInput()
    form.addEventListener('input', onInput)
    return () => {
      window.clearTimeout(timer)
      form.removeEventListener('input', onInput)
    }
  }, [from])
  return clashes
}
