/** When digests are tried again, what an answer means, and where robots may be. */
import { describe, expect, test } from 'vitest'
import { mailOutcome, robotOutcome } from './outcome.ts'
import { isRobotAddress } from './robot.ts'
import { waitAfter } from './schedule.ts'

test('each try waits longer, and there is a last one', () => {
  const waits = [1, 2, 3, 4, 5].map((attempts) => waitAfter(attempts) ?? 0)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waitAfter(6)).toBeNull()
})

describe('an answer', () => {
  test.each([
    ['wecom', 200, { errcode: 0, errmsg: 'ok' }, 'sent'],
    ['dingtalk', 200, { errcode: 0 }, 'sent'],
    ['wecom', 200, { errcode: 93000 }, 'wrong'],
    ['wecom', 200, { errcode: 45009 }, 'later'],
    ['dingtalk', 200, { errcode: 300005 }, 'wrong'],
    ['dingtalk', 200, { errcode: 310000 }, 'wrong'],
    ['dingtalk', 200, { errcode: 130101 }, 'later'],
    ['wecom', 429, null, 'later'],
    ['wecom', 503, null, 'later'],
    ['wecom', 404, null, 'wrong'],
    ['wecom', 200, null, 'later'],
    ['wecom', 200, { errcode: 'zero' }, 'later'],
  ] as const)('of %s: %d %o is %s', (robot, status, body, is) => {
    expect(robotOutcome(robot, status, body).is).toBe(is)
  })

  test('of a mail server: only a refused recipient is a wrong address', () => {
    expect(mailOutcome({ responseCode: 550, command: 'RCPT TO' }).is).toBe('wrong')
    expect(mailOutcome({ responseCode: 450, command: 'RCPT TO' }).is).toBe('later')
    expect(mailOutcome({ responseCode: 535, command: 'AUTH' }).is).toBe('later')
    expect(mailOutcome(new Error('connection refused')).is).toBe('later')
  })
})

describe('the address of a robot', () => {
  const hosts = ['qyapi.weixin.qq.com', 'oapi.dingtalk.com']
  test.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc', true],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=abc', true],
    ['wecom', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc', false],
    ['wecom', 'https://qyapi.weixin.qq.com.example.org/cgi-bin/webhook/send?key=abc', false],
    ['wecom', 'https://127.0.0.1/cgi-bin/webhook/send?key=abc', false],
    ['wecom', 'https://user@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc', false],
    ['wecom', 'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=abc', false],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send', false],
    ['wecom', 'https://oapi.dingtalk.com/robot/send?access_token=abc', false],
    ['wecom', 'not an address', false],
  ] as const)('%s %s: %s', (robot, text, is) => {
    expect(isRobotAddress(robot, text, hosts)).toBe(is)
  })
})
