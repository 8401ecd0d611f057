/** Whether the registry's numbers can be read with this process's key: with another, equal numbers would not be found. */
import type { Db } from '#app/platform/database/client.server.ts'
import { lacksTable } from '#app/platform/database/violation.server.ts'
import { decryptPersonal } from '#app/platform/privacy/personal-data.server.ts'

/** True when a stored number does not open with DATA_KEY. A registry without numbers, or not migrated yet, fits any. */
export async function isSealedWithAnotherKey(db: Db): Promise<boolean> {
  try {
    const sealed = await db.person.findFirst({
      where: { idNumberHash: { not: null }, idNumberCipher: { not: null } },
      select: { idNumberCipher: true },
    })
    return sealed?.idNumberCipher ? !opens(sealed.idNumberCipher) : false
  } catch (error) {
    if (lacksTable(error)) return false
    throw error
  }
}

function opens(cipher: Uint8Array): boolean {
  try {
    decryptPersonal(cipher)
    return true
  } catch {
    return false
  }
}
