/** The demo's training: some years of hours for part of the staff, in all states. */
import type { Db } from '#app/platform/database/client.server.ts'
import type { SeedWish } from '#app/platform/manifest/manifest.ts'

export async function seedTraining(_tx: Db, _wish: SeedWish): Promise<void> {}
