/**
 * Which characters are Han 汉字, as the inside of a regular expression's `[…]` (flag u). Whole blocks and not
 * `\p{Script=Han}`: that one leaves out characters newer than the engine's tables and takes in radicals (⺀).
 * Planes 2 and 3 hold nothing but Han.
 */
export const HAN_RANGES = '々〇\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFD}'
