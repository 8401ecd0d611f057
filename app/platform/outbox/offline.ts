/** What works without a network: the addresses that the worker looks after, and the one page that it keeps. */

export const OFFLINE_SCOPE = '/me/hours'
export const OFFLINE_PAGE = '/me/hours/offline'
/** Caches are called so, with what the kept page was made of. */
export const CACHE_PREFIX = 'shizi-offline-'
/** The worker sends what waits when the network is back, also when no page is open. */
export const SYNC_TAG = 'outbox'
