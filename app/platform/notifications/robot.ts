/** The addresses of group robots: which they may be. */

export const ROBOTS = ['none', 'wecom', 'dingtalk'] as const
export type Robot = (typeof ROBOTS)[number]

const paths = { wecom: ['/cgi-bin/webhook/send', 'key'], dingtalk: ['/robot/send', 'access_token'] } as const

/** Whether a text is the address of such a robot at one of the hosts: anything else is never posted to. */
export function isRobotAddress(
  robot: Exclude<Robot, 'none'>,
  text: string,
  hosts: readonly string[],
): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, pathname, searchParams, username } = new URL(text)
  const [path, secret] = paths[robot]
  const isHost = protocol === 'https:' && hosts.includes(hostname) && port === '' && username === ''
  return isHost && pathname === path && Boolean(searchParams.get(secret))
}
