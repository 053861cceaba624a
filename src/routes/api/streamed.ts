/** A long list sent page by page as it is read: no more than one page is ever held, however slowly it is taken. */
import type { Page } from '../../domain/page.ts';

/** The head, then each page as text from a place on, until there is none after it. A reader who leaves ends the reading. */
export function streamed(
  from: string | null,
  head: string,
  pageAfter: (cursor: string | null) => Promise<Page>,
  textOf: (items: readonly string[]) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor = from;
  let opened = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { items, next } = await pageAfter(cursor);
        const text = (opened ? '' : head) + textOf(items);
        opened = true;
        cursor = next;
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (next === null) controller.close();
      },
    },
    // Nothing is read before somebody wants it: a reader who holds this version already is told so.
    { highWaterMark: 0 },
  );
}
