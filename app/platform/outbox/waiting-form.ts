/** A form that waits to be sent. */
import type { ActReply } from '#app/platform/forms/form-view.ts'

export type WaitingForm = {
  /** Sent as the form's key: the same form is done once. */
  id: string
  /** The account that filled it in. */
  holder: string
  /** Where it is posted to, and where it is put right. */
  to: string
  page: string
  /** What a list calls it. */
  title: string
  texts: readonly (readonly [name: string, value: string])[]
  file: KeptFile | null
  /** Milliseconds since 1970. */
  keptAt: number
  /** It left once: whether it came is not known until there is an answer. */
  isTried: boolean
  /** Why it was not tried again just now. */
  holdup: Holdup | null
  /** What the server had against it. */
  refusal: ActReply | null
}

export type Holdup = 'no_network' | 'signed_out'

/** Bytes, not a Blob: some browsers lose those. */
export type KeptFile = { field: string; name: string; type: string; bytes: ArrayBuffer }

/** What a form says at this moment, its file read; null where no file was chosen. */
export async function contentOf(form: FormData): Promise<Pick<WaitingForm, 'texts' | 'file'>> {
  const texts: [string, string][] = []
  let file: KeptFile | null = null
  for (const [field, value] of form) {
    if (typeof value === 'string') texts.push([field, value])
    else if (value.size > 0)
      file = { field, name: value.name, type: value.type, bytes: await value.arrayBuffer() }
  }
  return { texts, file }
}
