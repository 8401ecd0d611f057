/** Calls one loader or action, as Remix's single fetch does, and reads its answer, returned or thrown. */
import type { ActionFunction, LoaderFunction } from '@remix-run/node'
import { testContext } from './context.ts'

export type Answer<Value> = {
  status: number
  /** Where it redirects to. */
  to: string | null
  value: Value
  response: Response | null
}

export async function answerOf<Value>(
  handler: LoaderFunction | ActionFunction,
  request: Request,
  params: Record<string, string> = {},
): Promise<Answer<Value>> {
  const answer = await Promise.resolve(handler({ request, params, context: testContext })).catch((thrown) => {
    if (thrown instanceof Error) throw thrown
    return thrown
  })
  if (answer instanceof Response) {
    const { status, headers } = answer
    return { status, to: headers.get('location'), value: null as Value, response: answer }
  }
  const hasStatus = (answer as { type?: string } | null)?.type === 'DataWithResponseInit'
  const { data, init } = (hasStatus ? answer : { data: answer, init: null }) as {
    data: Value
    init: { status?: number } | null
  }
  return { status: init?.status ?? 200, to: null, value: data, response: null }
}
