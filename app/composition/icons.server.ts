/**
 * The pictures of the frame's links, as one file for all pages: `/icons.svg`, whose parts are called as the icons are. It holds
 * what the rooms name and nothing else, and changes its address when they do, so that a browser keeps it.
 */
import { createHash } from 'node:crypto'
import type { IconName } from 'lucide-react/dynamic'
import dynamicIconImports from 'lucide-react/dynamicIconImports'
import { rooms } from './register.server.ts'

export const SPRITE_PATH = '/icons.svg'

type Drawing = [name: string, attributes: Record<string, string>][]

let made: Promise<{ text: string; version: string }> | undefined

/** The file's text. */
export async function iconSprite(): Promise<string> {
  return (await sprite()).text
}

/** Where an icon that some room names is drawn. */
export async function iconHref(name: IconName): Promise<string> {
  return `${SPRITE_PATH}?v=${(await sprite()).version}#${name}`
}

function sprite() {
  made ??= makeSprite()
  return made
}

async function makeSprite() {
  const named = rooms().flatMap(({ navigation = [], home }) => [...navigation, ...(home?.quick ?? [])])
  const names = [...new Set(named.map(({ icon }) => icon))].sort()
  const symbols = await Promise.all(names.map(async (name) => symbolOf(name, await drawingOf(name))))
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  return { text, version: createHash('sha256').update(text).digest('hex').slice(0, 12) }
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
