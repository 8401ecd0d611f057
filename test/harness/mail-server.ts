/** A real SMTP server on this machine: what it took, and whom it refuses. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type MailServer = {
  url: string
  /** Raw messages, by recipient. */
  mails: { to: string; text: string }[]
  stop(): Promise<void>
}

/** Recipients at `gone.example` are refused for good, those at `full.example` for now. */
export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer['mails'] = []
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo({ address }, _session, callback) {
      const code = address.endsWith('@gone.example') ? 550 : address.endsWith('@full.example') ? 450 : null
      callback(code === null ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }))
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8')
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, text })
        callback(null)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, mails },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
