/** What a screen reader hears when one drawing takes the place of another. */
import type { Drawing } from './client.ts';

const rowsOf = (drawing: Drawing): string[] =>
  'groups' in drawing
    ? drawing.groups.flatMap(({ rows }) => rows.map(({ name, text }) => `${name}: ${text}`))
    : drawing.items.map(({ title, people }) => `${title}: ${people}`);

/** The rows that are new or say something else; the whole in a line where none is, or where it is another topic. */
export function changesOf(before: Drawing, now: Drawing): string {
  const [old, all] = [rowsOf(before), rowsOf(now)];
  const fresh = all.filter((row) => !old.includes(row));
  return (fresh.length < all.length && fresh.join('. ')) || now.news;
}
