// One XML part of a workbook, parsed as it is inflated. Names lose their prefix: some writers say `x:row`.
import { SaxesParser } from 'saxes'
import { SheetFailure } from './sheet.ts'

/** So many bytes without a single tag are no workbook but an attack on memory. */
const LONGEST_SILENCE = 8 * 1024 * 1024

export type Attributes = Record<string, string>

export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Feeds the handler and yields after each piece, so that the caller can take what has been built up.
 * Throws `SheetFailure` on anything that is not well-formed. Entities of a DTD are never expanded.
 */
export async function* parseXml(part: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8')
  let silence = 0
  parser.on('error', () => {
    throw new SheetFailure('unreadable_workbook')
  })
  parser.on('opentag', (tag) => {
    silence = 0
    handler.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    silence = 0
    handler.close?.(localName(tag.name))
  })
  if (handler.text) {
    const text = handler.text.bind(handler)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  for await (const bytes of part) {
    silence += bytes.length
    if (silence > LONGEST_SILENCE) throw new SheetFailure('zip_bomb')
    parser.write(decoder.decode(bytes, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

/** Parses a part to its end. */
export async function parseWholeXml(part: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(part, handler)) {
    // Everything happens in the handler.
  }
}

/** An attribute by its local name: `r:id` is found as `id` whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name)
  return key === undefined ? undefined : attributes[key]
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
