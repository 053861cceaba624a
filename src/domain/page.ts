/** A list read page by page, by keyset: what is asked for, and what is given. */

export interface PageRequest {
  /** Where the last page ended, or null from the beginning. */
  cursor: string | null;
  limit: number;
}

export interface Page {
  /** Bodies as JSON texts, in order. */
  items: string[];
  /** Where the next page begins, or null at the end. */
  next: string | null;
}
