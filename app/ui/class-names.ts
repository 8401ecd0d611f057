// Joins the classes that apply; what is false or missing is left out.

type ClassPart = string | false | null | undefined

/** `classes('a', isOpen && 'b')` is `'a b'` or `'a'`. */
export function classes(...parts: ClassPart[]): string {
  return parts.filter(Boolean).join(' ')
}
