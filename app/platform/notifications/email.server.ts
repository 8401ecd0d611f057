/** Hands e-mail in to the SMTP server of the settings. */
import { createTransport } from 'nodemailer'
import { settings } from '#app/platform/env.server.ts'
import { mailOutcome, type SendOutcome } from './outcome.ts'

const PATIENCE_MS = 15_000

export type Mail = { to: string; subject: string; text: string; id: string }

/** Whether e-mail can be sent at all. */
export function hasMail(): boolean {
  return settings().SMTP_URL !== undefined
}

/** Sends one mail. Its id is the same when it is tried again, so that a mailbox knows it. */
export async function sendMail({ to, subject, text, id }: Mail): Promise<SendOutcome> {
  const { SMTP_URL, MAIL_FROM } = settings()
  if (!SMTP_URL) return { is: 'later', problem: 'no_answer' }
  const host = MAIL_FROM.split('@')[1] ?? 'localhost'
  const timeouts = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  }
  const transport = createTransport({ url: SMTP_URL, ...timeouts })
  try {
    await transport.sendMail({ from: MAIL_FROM, to, subject, text, messageId: `<${id}@${host}>` })
    return { is: 'sent' }
  } catch (error) {
    return mailOutcome(error)
  } finally {
    transport.close()
  }
}
