/** Reads forms that bring a file, part by part as they arrive. */
import { unstable_parseMultipartFormData as parseMultipart, type UploadHandler } from '@remix-run/node'

/** The words of a form stand before its file; further than this no file name is looked for. */
const HEAD_BYTES = 64 * 1024
const fileName = /(filename=")([^"\r\n]*)("[^\r\n]*\r\n)/

/** The end of a form, `--` and a line end, which the reader knows only in one piece. */
const END_BYTES = 4

/**
 * The parts of a form with one file. Remix's reader takes every `;` and `=` of a part's head for its own, also in the
 * quoted name of a file, and refuses the form: there they become `_`.
 */
export function readUpload(request: Request, handler: UploadHandler): Promise<FormData> {
  const body = request.body
    ?.pipeThrough(new TransformStream(plainFileName()))
    .pipeThrough(new TransformStream(wholeEnd()))
  return parseMultipart(new Request(request, { body, duplex: 'half' }), handler)
}

function plainFileName(): Transformer<Uint8Array, Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0)
  return {
    transform(piece, controller) {
      if (head === null) return controller.enqueue(piece)
      head = Buffer.concat([head, piece])
      const text = head.toString('latin1')
      if (!fileName.test(text) && head.length < HEAD_BYTES) return
      const plain = text.replace(
        fileName,
        (_, before, name: string, after) => before + name.replace(/[;=]/g, '_') + after,
      )
      controller.enqueue(Buffer.from(plain, 'latin1'))
      head = null
    },
    flush(controller) {
      if (head) controller.enqueue(head)
    },
  }
}

function wholeEnd(): Transformer<Uint8Array, Uint8Array> {
  let end: Uint8Array = Buffer.alloc(0)
  return {
    transform(piece, controller) {
      const all = Buffer.concat([end, piece])
      const at = Math.max(0, all.length - END_BYTES)
      if (at > 0) controller.enqueue(all.subarray(0, at))
      end = all.subarray(at)
    },
    flush(controller) {
      controller.enqueue(end)
    },
  }
}
