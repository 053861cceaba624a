/** Most Commented in words, as list, page and widget draw it. */
import type { OriginCount } from '../domain/comments/ranking.ts';
import { ageText, emptyText, spikeText, whyText } from './list-reasons.ts';
import { isWindow, peopleWords, type Window } from './list-window.ts';
import { dayWords } from './locale.ts';
import type { ListItem, MostCommented } from './most-commented.ts';
import { wordsOf } from './words/words.ts';

export interface ListView {
  window: string;
  empty: string | null;
  /** The words of the link to the whole list. */
  more: string;
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
  const window = isWindow(list.window) ? list.window : null;
  return {
    window: list.window,
    empty: list.empty === null ? null : emptyText(lang),
    more: wordsOf(lang).panel.more,
    items: list.items.slice(0, limit).map((item) => ({
      title: item.topic.title,
      url: item.topic.url,
      people:
        item.rank === null
          ? whyOf(item, window, lang)
          : peopleWords(item.commenters, item.comments.window, window, lang),
      places: [
        ...item.origins.map((origin) => placeWords(origin, lang)),
        ...(item.heated ? [heatedWords(item.heated, lang)] : []),
        ...(item.age ? [ageText(item.age.newest, lang)] : []),
      ],
    })),
  };
}

/** A list that an earlier release ranked holds its reasons in words alone. */
const whyOf = ({ because, why }: ListItem, window: Window | null, lang: string): string =>
  because && window ? whyText(because, window, lang) : why;
const heatedWords = ({ spike, reason }: NonNullable<ListItem['heated']>, lang: string): string =>
  spike ? spikeText(spike, lang) : reason;

/** Our own count is always of now; another site's says when it was made. */
function placeWords(
  { name, kind, comments, commenters, total, baseline, countedAt, stale }: OriginCount,
  lang: string,
): string {
  const words = wordsOf(lang).ranking;
  const said = baseline
    ? words.inAll(total)
    : commenters === null
      ? words.comments(comments)
      : words.people(commenters, comments);
  if (kind === 'ours') return words.origin(name, said);
  return (stale ? words.tooOld : words.counted)(name, said, dayWords(countedAt, lang));
}
