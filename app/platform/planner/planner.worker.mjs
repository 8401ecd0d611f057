/** The thread's first file: threads start without the TypeScript that the process was started with. */
import { register } from 'tsx/esm/api'

register()
await import('./solve-in-thread.server.ts')
