/** Posts to the robots of 企业微信 and 钉钉 groups. */
import { settings } from '#app/platform/env.server.ts'
import { later, robotOutcome, type SendOutcome, wrong } from './outcome.ts'
import { isRobotAddress, type Robot } from './robot.ts'

const PATIENCE_MS = 10_000

/** Both take the same form. */
export async function postToRobot(
  robot: Exclude<Robot, 'none'>,
  address: string,
  content: string,
): Promise<SendOutcome> {
  if (!isRobotAddress(robot, address, settings().ROBOT_HOSTS)) return wrong('unknown_address')
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content } }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return robotOutcome(robot, response.status, await response.json().catch(() => null))
  } catch {
    return later('no_answer')
  }
}
