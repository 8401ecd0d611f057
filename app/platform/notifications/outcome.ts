/** What became of sending: done, to be tried again, or an address that is none. */

export const PROBLEMS = [
  'no_answer',
  'busy',
  'not_understood',
  'unknown_address',
  'refused',
  'removed',
] as const
export type Problem = (typeof PROBLEMS)[number]

export type SendOutcome =
  | { is: 'sent' }
  | { is: 'later'; problem: Problem }
  /** Trying again helps nobody: the holder is told. */
  | { is: 'wrong'; problem: Problem }

export const later = (problem: Problem): SendOutcome => ({ is: 'later', problem })
export const wrong = (problem: Problem): SendOutcome => ({ is: 'wrong', problem })

/** Codes of 企业微信's robots: no such robot, or its address is not whole. */
const WECOM_WRONG = new Set([93000, 40058, 300001])
/** Codes of 钉钉's robots: no such robot, switched off, or its safety settings refuse the message. */
const DINGTALK_WRONG = new Set([300001, 300005, 400101, 400102, 310000, 40035, 43004])

/** What a robot's answer means. `body` null: it was no JSON. */
export function robotOutcome(robot: 'wecom' | 'dingtalk', status: number, body: unknown): SendOutcome {
  if (status === 429 || status >= 500) return later('busy')
  if (status >= 400) return wrong('unknown_address')
  const code = body !== null && typeof body === 'object' && 'errcode' in body ? body.errcode : undefined
  if (typeof code !== 'number') return later('not_understood')
  if (code === 0) return { is: 'sent' }
  const isWrong = robot === 'wecom' ? WECOM_WRONG.has(code) : DINGTALK_WRONG.has(code)
  return isWrong ? wrong('unknown_address') : later('busy')
}

/** What the failure of handing in an e-mail means: only a recipient that is refused for good is a wrong address. */
export function mailOutcome(error: unknown): SendOutcome {
  const { responseCode, command } = (error ?? {}) as { responseCode?: number; command?: string }
  if (command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500)
    return wrong('unknown_address')
  if (responseCode !== undefined) return later('refused')
  return later('no_answer')
}
