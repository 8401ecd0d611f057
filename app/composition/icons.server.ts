/** The drawings behind the names of icons that rooms give; each is read once. */
import type { IconName } from 'lucide-react/dynamic'
import dynamicIconImports from 'lucide-react/dynamicIconImports'
import type { IconDrawing } from '#app/platform/manifest/manifest.ts'

const known = new Map<IconName, Promise<IconDrawing>>()

export function drawingOf(name: IconName): Promise<IconDrawing> {
  const drawing = known.get(name) ?? readDrawing(name)
  known.set(name, drawing)
  return drawing
}

async function readDrawing(name: IconName): Promise<IconDrawing> {
  const icon = (await dynamicIconImports[name]()) as unknown as { __iconData: { node: IconDrawing } }
  return icon.__iconData.node
}
