/** A network between a browser and the server, which can be cut: before a request, while it is sent, or before its answer. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

type State = 'well' | 'cut' | 'cut while sent' | 'answers lost'

export type Network = {
  origin: string
  /** From now on. What is open is closed. */
  become(state: State): void
  /** Paths that were posted to and reached the server whole. */
  posted: string[]
  stop(): Promise<void>
}

/** So much of a form gets through before the cut. */
const BYTES_BEFORE_CUT = 1000

export async function startNetwork(to: string): Promise<Network> {
  let state: State = 'well'
  const sockets = new Set<Socket>()
  const posted: string[] = []

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url = '/', headers } = incoming
    if (state === 'cut') return void incoming.socket.destroy()
    const isPost = method === 'POST'
    const upstream = ask(new URL(url, to), { method, headers }, (answer) => {
      if (isPost) posted.push(url)
      if (isPost && state === 'answers lost') return void incoming.socket.destroy()
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
    })
    upstream.on('error', () => incoming.socket.destroy())
    if (!isPost || state !== 'cut while sent') return void incoming.pipe(upstream)
    incoming.once('data', (piece: Buffer) => {
      upstream.write(piece.subarray(0, BYTES_BEFORE_CUT), () => upstream.destroy())
    })
  }
  const server = createServer(pass).on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  })
  const close = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    become(next) {
      state = next
      if (next === 'cut') close()
    },
    stop() {
      close()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
