/** Rows that the server has drawn are not sent once more as data: the document alone has them. */

/** What a page gets: its rows, or nothing where they are drawn already. */
export type RowsOnce<View extends { rows: unknown }> = Omit<View, 'rows'> & { rows: View['rows'] | undefined }

/**
 * The answer of a list's loader. In a document the page is drawn from its rows here, and they do not travel: nothing that is
 * not enumerable is written out, nor is it copied by a spread: `rows` is handed on by name. Data that a page fetches has them.
 */
export function withRowsOnce<View extends { rows: readonly unknown[] }>(
  view: View,
  { isData }: { isData: boolean },
): RowsOnce<View> {
  // That there are none must travel: the page shows something else in their place.
  return isData || view.rows.length === 0 ? view : Object.defineProperty(view, 'rows', { enumerable: false })
}
