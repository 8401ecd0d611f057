/** Numbers that never come twice in a process: what unique codes, names and numbers of made rows are built from. */
const counter = globalThis as typeof globalThis & { shiziFactorySequence?: number }

export function nextInSequence(): number {
  counter.shiziFactorySequence = (counter.shiziFactorySequence ?? 0) + 1
  return counter.shiziFactorySequence
}
