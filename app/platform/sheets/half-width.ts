/** Full-width forms, as Chinese input methods and old spreadsheets leave them, made the ordinary ones. */

const FULL_WIDTH = /[\uFF01-\uFF5E\u3000\u00A0]/g
const DISTANCE = 0xfee0

/** Full-width letters, digits and signs (１２３Ｘ) to ASCII; ideographic and no-break spaces to a space. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => {
    const code = sign.charCodeAt(0)
    return code >= 0xff01 ? String.fromCharCode(code - DISTANCE) : ' '
  })
}
