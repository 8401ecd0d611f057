/** The web server: guards, static files, Remix, background jobs, clean shutdown. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { registerJobs } from '#app/composition/register.server.ts'
import { uploadsFor } from '#app/composition/uploads.server.ts'
import { isBehindTls } from '#app/platform/auth/session.server.ts'
import { type Database, DataDirectoryInUse, database } from '#app/platform/database/client.server.ts'
import { type Settings, SettingsError, settings } from '#app/platform/env.server.ts'
import { iconFile } from '#app/platform/frame/icon-file.server.ts'
import {
  boundedBody,
  keptByNoCache,
  ownOriginOnly,
  refuseUnreadable,
  safeHeaders,
  toldWhileHeld,
} from '#app/platform/http/guard.server.ts'
import { answeringKnownFailures } from '#app/platform/http/known-failures.server.ts'
import { asOneRequest } from '#app/platform/http/per-request.server.ts'
import { isDatabaseHeld } from '#app/platform/imports/progress.server.ts'
import { startJobs } from '#app/platform/jobs/jobs.server.ts'
import { log } from '#app/platform/log.server.ts'
import { OFFLINE_SCOPE } from '#app/platform/outbox/offline.ts'
import { ICON_PATH } from '#app/ui/icon.tsx'
import { checkDatabase } from './database-check.server.ts'
import { narrowHandlers } from './narrow-build.server.ts'
import { isPrimary, superviseWorkers } from './workers.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    /** Stands in the log and on the page that says something broke. */
    requestId: string
    /** The client's address as the trusted proxies tell it; only for counting sign-in attempts. */
    clientAddress: string
    /** One of our own pages fetches data; what it is told is not shown as it comes. */
    isData: boolean
  }
}

const root = path.resolve(import.meta.dirname, '..')
const isWorker = /worker-[\w-]+\.js$/

async function remixHandler(development: boolean) {
  const getLoadContext = (request: express.Request, response: express.Response) => ({
    nonce: String(response.locals.nonce),
    requestId: String(response.locals.requestId),
    clientAddress: request.ip ?? '',
    isData: request.path.endsWith('.data'),
  })
  if (!development) {
    const build = path.join(root, 'build/server/index.js')
    if (!existsSync(build)) throw new SettingsError(['build/: missing, run `npm run build` first'])
    const loaded = answeringKnownFailures(await import(build))
    const handlerOf = narrowHandlers(loaded, (narrow) =>
      createRequestHandler({ build: narrow, getLoadContext, mode: 'production' }),
    )
    const handler: express.RequestHandler = (request, ...rest) => handlerOf(request.path)(request, ...rest)
    return { vite: null, handler }
  }
  const vite = await (await import('vite')).createServer({ server: { middlewareMode: true } })
  const build = async () =>
    answeringKnownFailures((await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild)
  return { vite, handler: createRequestHandler({ build, getLoadContext, mode: 'development' }) }
}

/** The express application over settings; the database is opened by the first request that needs it. */
export async function createApp(from: Settings): Promise<express.Express> {
  const development = from.NODE_ENV === 'development'
  const guard = {
    publicUrl: from.PUBLIC_URL,
    uploads: uploadsFor(from),
    development,
  }
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', from.TRUST_PROXY)
  app.use(accessLog, safeHeaders(guard), compression())
  const { vite, handler } = await remixHandler(development)
  if (vite) app.use(vite.middlewares)
  else
    app.use(
      '/assets',
      express.static(path.join(root, 'build/client/assets'), {
        ...{ immutable: true, maxAge: '1y' },
        setHeaders: (response, file) => {
          if (isWorker.test(file)) response.set('Service-Worker-Allowed', OFFLINE_SCOPE)
        },
      }),
    )
  app.get(ICON_PATH, sendIcons)
  const files = express.static(path.join(root, vite ? 'public' : 'build/client'), {
    maxAge: '1h',
    index: false,
  })
  // A page's address has no dot: no file is looked for.
  app.use((request, response, next) => (request.path.includes('.') ? files(request, response, next) : next()))
  app.use(keptByNoCache, toldWhileHeld(isDatabaseHeld), ownOriginOnly(guard), boundedBody(guard))
  app.all('*', (request, response, next) => asOneRequest(() => handler(request, response, next)))
  app.use(lastResort)
  return app
}

/** Its address changes when it does. */
const sendIcons: express.RequestHandler = async (_request, response) => {
  response.type('image/svg+xml').set('Cache-Control', 'public, max-age=31536000, immutable')
  response.send((await iconFile()).text)
}

const accessLog: express.RequestHandler = (request, response, next) => {
  const began = performance.now()
  const requestId = randomUUID().slice(0, 8)
  const { method, path: pathname } = request
  response.locals.requestId = requestId
  response.once('finish', () => {
    const ms = Math.round(performance.now() - began)
    log.info({ requestId, method, path: pathname, status: response.statusCode, ms }, 'request')
  })
  next()
}

/** What even Remix could not answer (a malformed address, a client gone): plain words, never a stack. */
const lastResort: express.ErrorRequestHandler = (error, _request, response, _next) => {
  const { requestId } = response.locals
  const isAddress = error instanceof URIError || error?.code === 'ERR_INVALID_URL'
  if (!isAddress) log.error({ requestId, error }, 'defect')
  if (response.headersSent) return void response.destroy()
  response.type('text/plain; charset=utf-8')
  if (isAddress) return void response.status(400).send('网址有误。 The address is malformed.\n')
  response.status(500).send(`出错了，编号 ${requestId}。 Something broke; reference ${requestId}.\n`)
}

/** Why an address cannot be listened on, by the code of the error. */
const addressProblems: Record<string, string> = {
  EADDRINUSE: 'PORT: another process listens there',
  EACCES: 'PORT: this user may not listen there',
  EADDRNOTAVAIL: 'HOST: not an address of this machine',
  ENOTFOUND: 'HOST: no such name',
}

/** Listens; resolves with the server once it takes requests. Throws SettingsError when HOST and PORT do not allow it. */
export async function listen(app: express.Express, from: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(from.PORT, from.HOST, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const problem = addressProblems[error.code ?? '']
      reject(problem ? new SettingsError([problem]) : error)
    })
    server.on('clientError', refuseUnreadable)
  })
}

const jobsRetryMs = 5_000

/** Starts the background work; a database that is away is tried again, while the pages already say that it is away. */
async function startWork(opened: Database): Promise<() => Promise<void>> {
  registerJobs()
  let stop = async () => {}
  const attempt = async () => {
    try {
      stop = await startJobs(opened)
    } catch (error) {
      log.error({ error }, 'jobs not started')
      setTimeout(attempt, jobsRetryMs).unref()
    }
  }
  await attempt()
  return () => stop()
}

/** Stops taking requests, lets those under way and the jobs end (10 s at most), then closes the database. */
async function shutDown(server: Server, stopWork: () => Promise<void>, opened: Database): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), 10_000)
  await Promise.all([closed, stopWork()])
  clearTimeout(timer)
  await opened.close()
}

/**
 * The settings of a server. React and others read NODE_ENV by themselves: unset must mean production to them too. A test's
 * key is known to everybody, and a developer's pages show stacks: neither may serve others.
 */
function runningSettings(): Settings {
  const from = settings()
  if (from.NODE_ENV === 'test') throw new SettingsError(['NODE_ENV: test is for tests, not for a server'])
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(from.HOST) && !isBehindTls()
  if (from.NODE_ENV === 'development' && !isLocal) {
    throw new SettingsError([
      'NODE_ENV: development is for this machine only (HOST 127.0.0.1, no PUBLIC_URL)',
    ])
  }
  process.env.NODE_ENV = from.NODE_ENV
  return from
}

/** Starts the whole process: database, jobs, web. Wrong settings and a held directory end it with plain words. */
export async function start(): Promise<void> {
  process.on('uncaughtException', onCrash)
  try {
    const from = runningSettings()
    if (isPrimary(from.WORKERS)) return superviseWorkers(from.WORKERS)
    const opened = await database()
    await checkDatabase(opened)
    const stopWork = await startWork(opened)
    const server = await listen(await createApp(from), from)
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : from.PORT
    log.info({ address: `http://${from.HOST}:${port}`, database: opened.kind }, 'listening')
    let stopping = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stopping) return
        stopping = true
        shutDown(server, stopWork, opened).then(
          () => process.exit(0),
          () => process.exit(1),
        )
      })
    }
  } catch (error) {
    const known = error instanceof SettingsError || error instanceof DataDirectoryInUse
    process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`)
    process.exit(known ? 2 : 1)
  }
}

/** A defect outside any request: Node would print the error with all that its message quotes. */
function onCrash(error: unknown): void {
  log.fatal({ error }, 'crashed')
  process.exit(1)
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) await start()
