/** Most Commented in words, as list, page and widget draw it. */

import { peopleWords } from './list-window.ts';
import { dayWords } from './locale.ts';
import type { MostCommented } from './most-commented.ts';

export interface ListView {
  window: string;
  empty: string | null;
  items: { title: string; url: string; people: string; places: string[] }[];
}

/** The first `limit` items: people first, then each place with its freshness. */
export function toListView(list: MostCommented, limit: number, lang: string): ListView {
  return {
    window: list.window,
    empty: list.empty,
    items: list.items.slice(0, limit).map((item) => ({
      title: item.topic.title,
      url: item.topic.url,
      people: item.rank === null ? item.why : peopleWords(item.commenters, item.comments.window, list.window),
      places: item.origins.map((origin) => {
        const said =
          origin.commenters === null
            ? `${origin.comments} comments`
            : peopleWords(origin.commenters, origin.comments, '').trim();
        return `${origin.name}: ${said}, counted ${dayWords(origin.countedAt, lang)}${origin.stale ? ', too old to rank' : ''}`;
      }),
    })),
  };
}
