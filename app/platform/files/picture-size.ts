/** How large a picture is when it is opened: a file of a few kilobytes can claim to be one of gigabytes. */
import { imageSize } from 'image-size'

/** Somewhat more than the largest phone cameras take. */
const MOST_PIXELS = 120_000_000

export type PictureProblem = 'kind' | 'pixels'

/** Told by the head alone, nothing is opened. Null: a picture that may be shown. */
export function pictureProblem(bytes: Uint8Array): PictureProblem | null {
  try {
    const { width, height } = imageSize(bytes)
    if (width === 0 || height === 0) return 'kind'
    return width * height > MOST_PIXELS ? 'pixels' : null
  } catch {
    return 'kind'
  }
}
