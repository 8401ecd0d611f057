import { buildOnce } from '../harness/build.ts'

export default buildOnce
