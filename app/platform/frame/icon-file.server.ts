/** The file in which all icons are drawn, each under its name; its address changes when they do, so that a browser keeps it. */
import { createHash } from 'node:crypto'
import dynamicIconImports from 'lucide-react/dynamicIconImports'
import { ICON_PATH } from '#app/ui/icon.tsx'
import { ICONS, type IconName } from '#app/ui/icons.ts'

type Drawing = [name: string, attributes: Record<string, string>][]

let made: Promise<{ text: string; address: string }> | undefined

/** The file's text, and the address of this text. */
export function iconFile(): Promise<{ text: string; address: string }> {
  made ??= makeFile()
  return made
}

async function makeFile() {
  const symbols = await Promise.all(ICONS.map(async (name) => symbolOf(name, await drawingOf(name))))
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { text, address: `${ICON_PATH}?v=${version}` }
}

async function drawingOf(name: IconName): Promise<Drawing> {
  const icon = (await dynamicIconImports[name]()) as unknown as { __iconData: { node: Drawing } }
  return icon.__iconData.node
}

const LOOK =
  'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'

function symbolOf(name: IconName, drawing: Drawing): string {
  const parts = drawing.map(([tag, { key: _, ...attributes }]) => {
    const told = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`)
    return `<${tag}${told.join('')}/>`
  })
  return `<symbol id="${name}" ${LOOK}>${parts.join('')}</symbol>`
}
