/** A file that is too large is told when it is chosen: sent, it would be read for nothing. */
import { type ChangeEvent, useState } from 'react'
import { useT } from './words.tsx'

const MEGABYTE = 1024 * 1024

export function useTooLarge(mostMegabytes: number | undefined): {
  tooLarge: string | undefined
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
} {
  const t = useT()
  const [isTooLarge, setIsTooLarge] = useState(false)
  const most = mostMegabytes ?? Number.POSITIVE_INFINITY
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    setIsTooLarge(file !== undefined && file.size > most * MEGABYTE)
  }
  return { tooLarge: isTooLarge ? t('form.file_too_large', { megabytes: most }) : undefined, onChange }
}
