// What a file is, told by its bytes: its name is the sender's word and is never believed.
import { isUtf8 } from 'node:buffer'
import { SheetFailure, type TextEncoding } from './sheet.ts'

const MAGIC_OF_OTHERS = [
  '89504e47', // PNG
  'ffd8ff', // JPEG
  '47494638', // GIF
  '424d', // BMP, told from text by its zero bytes
  '52617221', // RAR
  '377abcaf271c', // 7z
  '1f8b', // gzip
  '7f454c46', // ELF
  '4d5a9000', // Windows program
]

const OLE_HEADER = 'd0cf11e0a1b11ae1'
const SAMPLE_BYTES = 64 * 1024

/**
 * 'xlsx' for anything zipped (whether it is a workbook shows later), 'csv' for text.
 * Throws `SheetFailure` naming the thing it is instead: an encrypted .xlsx is an OLE file like the old .xls.
 */
export function detectFormat(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new SheetFailure('empty_sheet')
  const start = bytes.toString('hex', 0, 8)
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'xlsx'
  if (start === OLE_HEADER) {
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new SheetFailure(encrypted ? 'password_protected' : 'old_xls')
  }
  const opening = bytes.toString('latin1', 0, 1024).replace(/^\u00ef\u00bb\u00bf/, '')
  if (opening.includes('%PDF-')) throw new SheetFailure('pdf_not_sheet')
  if (/^\s*(<!doctype html|<html|<table|<meta|<head)/i.test(opening)) throw new SheetFailure('html_not_sheet')
  if (/^\s*(<\?xml|\{\\rtf)/.test(opening)) throw new SheetFailure('not_a_sheet')
  // BIFF2 to BIFF4: the bare stream that Excel wrote before it used OLE files.
  if (/^09(00|02|04)0[46]00/.test(start)) throw new SheetFailure('old_xls')
  const other = MAGIC_OF_OTHERS.find((magic) => start.startsWith(magic))
  if (other && (other !== '424d' || bytes.includes(0))) throw new SheetFailure('not_a_sheet')
  if (!byteOrderMark(bytes) && looksBinary(bytes)) throw new SheetFailure('not_a_sheet')
  return 'csv'
}

/**
 * The encoding of a text file, by its whole content: a byte order mark, else UTF-8 if every byte fits, else GB18030.
 * A UTF-8 file with a few broken bytes is told from GB18030 by its many sound characters.
 */
export function detectEncoding(bytes: Buffer): TextEncoding {
  const mark = byteOrderMark(bytes)
  if (mark) return mark
  if (isUtf8(bytes)) return 'utf-8'
  const utf8 = countCharacters(bytes, 'utf-8')
  if (utf8.broken * 20 <= utf8.sound) return 'utf-8'
  const gb18030 = countCharacters(bytes, 'gb18030')
  if (gb18030.broken > 10 && gb18030.broken * 10 > gb18030.sound) throw new SheetFailure('not_a_sheet')
  return 'gb18030'
}

function byteOrderMark(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** More than one control character in twenty. A few NULs are left to be reported at their cells. */
function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let controls = 0
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1
  }
  return controls > 10 && controls * 20 > sample.length
}

/** Characters beyond ASCII that decode well, and those that do not. */
function countCharacters(bytes: Buffer, encoding: TextEncoding): { sound: number; broken: number } {
  const decoder = new TextDecoder(encoding)
  let sound = 0
  let broken = 0
  for (let at = 0; at < bytes.length; at += SAMPLE_BYTES) {
    const text = decoder.decode(bytes.subarray(at, at + SAMPLE_BYTES), { stream: true })
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (code === 0xfffd) broken += 1
      else if (code > 127) sound += 1
    }
  }
  return { sound, broken }
}
