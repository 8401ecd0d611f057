/** Sends what waits, one after the other, whoever asks for it: an open page, another tab, the worker. */
import { FORM_KEY } from '#app/platform/acts/outcome.ts'
import { type Heard, HOLDER_HEADER, heard } from './answer.ts'
import type { WaitingForm } from './waiting-form.ts'
import { forgetForm, formsOf, keepForm, waitingForm } from './waiting-forms.ts'

const LOCK = 'shizi-outbox'
/** Enough for a photo on a slow network; the next in line waits no longer. */
const PATIENCE_MS = 180_000

/** What became of one that was sent by this call: where it can be seen, or why not. */
export type Sent = { id: string; heard: Heard }

/** Sends what waits of an account. A refused one waits for its holder, not for the network. */
export function sendWaiting(holder: string): Promise<Sent[]> {
  return alone(async () => {
    const sent: Sent[] = []
    for (const form of await formsOf(holder)) {
      if (form.refusal) continue
      sent.push({ id: form.id, heard: await sendOne(form) })
    }
    return sent
  })
}

/** One sender at a time in this browser. Where there are no locks, the server's knowing the form again must do. */
async function alone<Done>(work: () => Promise<Done>): Promise<Done> {
  return navigator.locks ? await navigator.locks.request(LOCK, work) : await work()
}

async function sendOne(form: WaitingForm): Promise<Heard> {
  await keepForm({ ...form, isTried: true, holdup: null })
  const answer = await post(form)
  if ('holdup' in answer) await keepForm({ ...form, isTried: true, holdup: answer.holdup })
  else if (answer.in) await forgetForm(form.id)
  else if (await waitingForm(form.holder, form.id)) await keepForm({ ...form, refusal: answer.reply })
  return answer
}

async function post({ id, holder, to, texts, file }: WaitingForm): Promise<Heard> {
  const body = new FormData()
  for (const [name, value] of texts) if (name !== FORM_KEY) body.append(name, value)
  body.append(FORM_KEY, id)
  // Last: the server reads a form's words before its file.
  if (file) body.append(file.field, new File([file.bytes], file.name, { type: file.type }))
  const headers = { Accept: 'application/json', [HOLDER_HEADER]: holder }
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return await heard(await fetch(to, { method: 'POST', body, headers, redirect: 'manual', signal }))
  } catch {
    return { holdup: 'no_network' }
  }
}
