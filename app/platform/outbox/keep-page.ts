/** Keeps the page that opens without a network, and what it is drawn with, as long as both are of this build and language. */
import { CACHE_PREFIX, OFFLINE_PAGE, OFFLINE_SCOPE, SYNC_TAG } from './offline.ts'
import workerAddress from './worker.ts?worker&url'

declare global {
  interface Window {
    __remixManifest?: { version: string }
  }
  interface ServiceWorkerRegistration {
    sync?: { register(tag: string): Promise<void> }
  }
}

const assets = /\/assets\/[\w.-]+\.(?:js|css)|\/[\w-]+\.svg(?:\?[\w=]+)?/g
const chunks = /["'`]\.\/([\w.-]+\.js)["'`]/g
/** It names every page's script. */
const isManifest = (address: string) => address.includes('/manifest-')

/** Registers the worker and keeps the page; nothing happens where the browser has no workers, or the connection is not a safe one. */
export async function keepOfflinePage(): Promise<void> {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.register(workerAddress, { scope: OFFLINE_SCOPE })
  const name = `${CACHE_PREFIX}${window.__remixManifest?.version}-${document.documentElement.lang}`
  const names = (await caches.keys()).filter((one) => one.startsWith(CACHE_PREFIX))
  if (!names.includes(name)) await fill(name)
  for (const old of names) if (old !== name) await caches.delete(old)
}

/** The page is put in last: with it the cache is whole. */
async function fill(name: string): Promise<void> {
  const page = await fetch(OFFLINE_PAGE, { credentials: 'same-origin' })
  if (!page.ok || page.redirected) return
  const html = await page.clone().text()
  const filled = await caches.open(name)
  try {
    await Promise.all([...(await partsOf(html))].map((address) => filled.add(address)))
    await filled.put(OFFLINE_PAGE, page)
  } catch (error) {
    await caches.delete(name)
    throw error
  }
}

/** Every script, style and picture of a page, also what its scripts ask for later. */
async function partsOf(html: string): Promise<Set<string>> {
  const found = new Set<string>(html.match(assets))
  for (const address of found) {
    if (!address.endsWith('.js') || isManifest(address)) continue
    const script = await (await fetch(address)).text()
    for (const [, chunk] of script.matchAll(chunks)) found.add(`/assets/${chunk}`)
  }
  return found
}

/** Asks the browser to wake the worker when the network is back. Where it cannot, the next open page sends. */
export async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(OFFLINE_SCOPE)
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined)
}
