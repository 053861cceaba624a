/** Lists of the desk, cut into pages: what a page holds and how long it is. */

/** Rows of one page. */
export const PAGE = 50;

export interface Listed<T> {
  items: T[];
  /** Where the next page begins, or null at the end. */
  next: string | null;
}
