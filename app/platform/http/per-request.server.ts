/** What is asked once a request, however many loaders ask: they get requests of their own, and share nothing else. */
import { AsyncLocalStorage } from 'node:async_hooks'

type Answers = Map<string, Promise<unknown>>

// The server bundle and the process that hosts it are two module graphs: what they share lives beside both.
const holder = globalThis as typeof globalThis & { shiziRequest?: AsyncLocalStorage<Answers> }
holder.shiziRequest ??= new AsyncLocalStorage()
const current = holder.shiziRequest

/** Everything that `answer` asks belongs to one request. */
export function asOneRequest(answer: () => void): void {
  current.run(new Map(), answer)
}

/** The answer of this request to a question, asked at the first call. Outside of a request it is asked each time. */
export function oncePerRequest<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
  const answers = current.getStore()
  if (!answers) return ask()
  const known = answers.get(question) as Promise<Answer> | undefined
  const answer = known ?? ask()
  answers.set(question, answer)
  return answer
}
