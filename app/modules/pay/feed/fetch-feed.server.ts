/** Asks the outside feed once: its text, or why there is none. What may pass by itself is `later`; what will not is `odd`. */

export type FeedAddress = { url: string; token: string | null }

export type Fetched =
  | { kind: 'text'; text: string }
  | { kind: 'later'; problem: 'no_answer' | 'busy' }
  | { kind: 'odd'; problem: 'status' | 'not_json' | 'too_large'; detail: { where: string } }

const PATIENCE_MS = 10_000
/** Two thousand benchmarks with all their parts are under half of it. */
const MOST_BYTES = 1_048_576
const TOO_MANY_REQUESTS = 429

/** Never throws; gives up after the patience, also where the answer drips, and at the first byte too many. */
export async function fetchFeed({ url, token }: FeedAddress, patienceMs = PATIENCE_MS): Promise<Fetched> {
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      redirect: 'error',
      signal,
    })
    const { status } = response
    if (status === TOO_MANY_REQUESTS || status >= 500) return { kind: 'later', problem: 'busy' }
    if (status !== 200) return { kind: 'odd', problem: 'status', detail: { where: String(status) } }
    const type = response.headers.get('Content-Type') ?? ''
    if (!/^application\/([\w.]+\+)?json\b/i.test(type))
      return { kind: 'odd', problem: 'not_json', detail: { where: type.slice(0, 60) } }
    return await textOf(response, signal)
  } catch {
    return { kind: 'later', problem: 'no_answer' }
  }
}

async function textOf({ body }: Response, signal: AbortSignal): Promise<Fetched> {
  const reader = body?.getReader()
  // An answer that has begun is under way for ever otherwise, where it drips.
  const leave = () => void reader?.cancel().catch(() => {})
  signal.addEventListener('abort', leave)
  const chunks: Uint8Array[] = []
  let size = 0
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > MOST_BYTES) {
      leave()
      return { kind: 'odd', problem: 'too_large', detail: { where: '' } }
    }
    chunks.push(read.value)
  }
  signal.throwIfAborted()
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') }
}
