/** The service worker of the addresses under OFFLINE_SCOPE: leads to the kept page where there is no network, and sends what waits. */
import { HOLDER_COOKIE } from './holder.ts'
import { OFFLINE_PAGE, SYNC_TAG } from './offline.ts'
import { sendWaiting } from './send.ts'

type LongEvent = Event & { waitUntil(work: Promise<unknown>): void }
type FetchEvent = LongEvent & { request: Request; respondWith(answer: Promise<Response>): void }
type SyncEvent = LongEvent & { tag: string }

declare const cookieStore: { get(name: string): Promise<{ value: string } | null> } | undefined
declare const skipWaiting: () => Promise<void>
declare const clients: { claim(): Promise<void> }

/** So long a page is waited for before the kept one is shown. */
const PATIENCE_MS = 15_000

const on = <Kind extends Event>(name: string, act: (event: Kind) => void) =>
  addEventListener(name, (event) => act(event as Kind))

on<LongEvent>('install', (event) => event.waitUntil(skipWaiting()))
on<LongEvent>('activate', (event) => event.waitUntil(clients.claim()))
on<FetchEvent>('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOr(request))
  else if (request.destination !== '') event.respondWith(partOr(request))
})
on<SyncEvent>('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendAll())
})

async function pageOr(request: Request): Promise<Response> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))
  const fetched = await Promise.race([fetch(request).catch(() => null), late])
  if (fetched) return fetched
  const kept = await caches.match(OFFLINE_PAGE)
  if (!kept) return fetch(request)
  const { pathname, search } = new URL(request.url)
  return pathname === OFFLINE_PAGE ? kept : Response.redirect(OFFLINE_PAGE + search)
}

async function partOr(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** Rejects while something waits: the browser then asks again later. */
async function sendAll(): Promise<void> {
  const holder = (await cookieStore?.get(HOLDER_COOKIE))?.value
  if (!holder) return
  const sent = await sendWaiting(holder)
  if (sent.some(({ heard }) => 'holdup' in heard && heard.holdup === 'no_network'))
    throw new Error('no network')
}
