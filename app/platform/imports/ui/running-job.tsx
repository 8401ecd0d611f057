// Work under way on a batch: rows done, rows a second, time left. It asks the server every second; without script a
// refresh of the page does. Nothing is kept in the browser, so a reload shows the same.
import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { formatNumber } from '#app/platform/i18n/format.ts'
import type { Locale } from '#app/platform/i18n/locale.ts'
import type { Translate } from '#app/platform/i18n/translate.ts'
import { useLocale } from '#app/platform/i18n/use-t.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { type Progress, runningStates } from '../batch.ts'
import { useT } from './words.tsx'

const POLL_MS = 1_000
/** Seconds between refreshes without script. */
const REFRESH_SECONDS = 3

interface RunningJobProps {
  /** Answers a `Progress` as JSON. */
  pollHref: string
  progress: Progress
}

export function RunningJob({ pollHref, progress }: RunningJobProps) {
  const { latest: shown, rowsPerSecond } = useProgress(pollHref, progress)
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      </noscript>
      <ProgressBar
        label={t(`import.phase_${shown.phase ?? 'waiting'}`)}
        value={shown.rowsTotal === null ? undefined : Math.round(shown.share * 1000)}
        max={1000}
        text={figures(shown, rowsPerSecond, t, locale)}
      />
    </>
  )
}

/** "12,000 of 191,104 rows · 8,300 rows/s · about 25 s left", as far as it is known. */
function figures(progress: Progress, rowsPerSecond: number | null, t: Translate, locale: Locale): string {
  const { rowsDone, rowsTotal, secondsLeft } = progress
  const done = formatNumber(rowsDone, locale)
  const parts = [
    rowsTotal === null
      ? t('imports.progress_rows_open', { done })
      : t('imports.progress_rows', { done, total: formatNumber(rowsTotal, locale) }),
  ]
  if (rowsPerSecond) parts.push(t('imports.progress_speed', { rows: formatNumber(rowsPerSecond, locale) }))
  if (secondsLeft !== null) parts.push(timeLeft(secondsLeft, t))
  return parts.join(' · ')
}

/** Rounded up to what a person can use; under five seconds it is no longer worth counting. */
function timeLeft(seconds: number, t: Translate): string {
  if (seconds < 5) return t('imports.left_soon')
  if (seconds < 60) return t('imports.left_seconds', { seconds: Math.ceil(seconds / 5) * 5 })
  const rounded = Math.ceil(seconds / 10) * 10
  return t('imports.left_minutes', { minutes: Math.floor(rounded / 60), seconds: rounded % 60 })
}

/** The newest progress; once the work has ended the page's loaders run again and show what comes next. */
function useProgress(href: string, initial: Progress): Watched {
  const [{ latest, rowsPerSecond }, setWatched] = useState<Watched>({ latest: initial, rowsPerSecond: null })
  const { revalidate } = useRevalidator()
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const next = await readProgress(href)
      if (stopped) return
      if (next) setWatched((before) => ({ latest: next, rowsPerSecond: speedBetween(before, next) }))
      // A server that is away for a moment does not end the waiting.
      if (next && !runningStates.includes(next.state)) revalidate()
      else timer = setTimeout(ask, POLL_MS)
    }
    timer = setTimeout(ask, POLL_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [href, revalidate])
  return { latest, rowsPerSecond }
}

type Watched = { latest: Progress; rowsPerSecond: number | null }

/** Rows a second between two looks; each phase counts its rows anew, so at its beginning the last speed stands. */
function speedBetween({ latest, rowsPerSecond }: Watched, next: Progress): number | null {
  const seconds = next.secondsElapsed - latest.secondsElapsed
  const rows = next.rowsDone - latest.rowsDone
  if (next.phase !== latest.phase || seconds <= 0 || rows <= 0) return rowsPerSecond
  return Math.round(rows / seconds)
}

async function readProgress(href: string): Promise<Progress | null> {
  try {
    const answer = await fetch(href, { headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as Progress) : null
  } catch {
    return null
  }
}
