/** Where forms wait: IndexedDB of this browser, which outlives its restart. Every tab and the worker see the same. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { WaitingForm } from './waiting-form.ts'

interface Outbox extends DBSchema {
  forms: { key: string; value: WaitingForm; indexes: { holder: string } }
}

const CHANGED = 'shizi-outbox'

let opened: Promise<IDBPDatabase<Outbox>> | undefined
function outbox(): Promise<IDBPDatabase<Outbox>> {
  opened ??= openDB<Outbox>('shizi-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('forms', { keyPath: 'id' }).createIndex('holder', 'holder')
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

/** Keeps a form, in place of what was kept under its id. Throws where the browser keeps nothing. */
export async function keepForm(form: WaitingForm): Promise<void> {
  await (await outbox()).put('forms', form)
  tellChange()
}

export async function forgetForm(id: string): Promise<void> {
  await (await outbox()).delete('forms', id)
  tellChange()
}

export async function waitingForm(holder: string, id: string): Promise<WaitingForm | null> {
  const found = await (await outbox()).get('forms', id)
  return found?.holder === holder ? found : null
}

/** Those of one account, the oldest first. */
export async function formsOf(holder: string): Promise<WaitingForm[]> {
  const found = await (await outbox()).getAllFromIndex('forms', 'holder', holder)
  return found.sort((a, b) => a.keptAt - b.keptAt)
}

function tellChange(): void {
  const channel = new BroadcastChannel(CHANGED)
  channel.postMessage(null)
  channel.close()
}

/** Listens for changes made here, in another tab or by the worker; answers how to stop. */
export function onChange(listen: () => void): () => void {
  const channel = new BroadcastChannel(CHANGED)
  channel.onmessage = listen
  return () => channel.close()
}
