/** Most Commented in words, as list, page and widget draw it. */
import type { OriginCount } from '../domain/comments/ranking.ts';
import { commentWords, peopleWords } from './list-window.ts';
import { dayWords } from './locale.ts';
import type { MostCommented } from './most-commented.ts';

export interface ListView {
  window: string;
  empty: string | null;
  items: {
    title: string;
    url: string;
    people: string;
    /** Each origin with its count and freshness, then what else a reader must know: spike, age. */
    places: string[];
  }[];
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
      places: [
        ...item.origins.map((origin) => placeWords(origin, lang)),
        ...(item.heated ? [item.heated.reason] : []),
        ...(item.age ? [item.age.text] : []),
      ],
    })),
  };
}

/** Our own count is always of now; another site's says when it was made. */
function placeWords(
  { name, kind, comments, commenters, total, baseline, countedAt, stale }: OriginCount,
  lang: string,
): string {
  const said = baseline
    ? `${commentWords(total)} in all`
    : commenters === null
      ? commentWords(comments)
      : peopleWords(commenters, comments, '').trim();
  if (kind === 'ours') return `${name}: ${said}`;
  return `${name}: ${said}, counted ${dayWords(countedAt, lang)}${stale ? ', too old to rank' : ''}`;
}
