/** What whoever embeds a topic chose in the form: which figures, in how many rows, how wide, and how they look. */
import { defaultScheme } from '../../projections/reference.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export const DIRECTIONS = ['auto', 'ltr', 'rtl'] as const;
/** Pixels: the least, a phone, an article, a whole page. */
export const WIDTHS = [280, 390, 680, 1280] as const;

const USUAL = { rows: 8, width: 680, scheme: defaultScheme };

export interface Choice {
  /** Null for all measures of the lead family. */
  measure: string | null;
  limit: number;
  /** Pixels. */
  width: number;
  theme: (typeof THEMES)[number];
  dir: (typeof DIRECTIONS)[number];
  /** The widget's language; null for the topic's own. */
  words: string | null;
  scheme: string;
  pin: boolean;
}

/** Null where rows or width are none. An unknown measure or scheme is for whoever reads the topic to refuse. */
export function choiceOf(params: URLSearchParams): Choice | null {
  const [limit, width] = [
    Number(params.get('limit') || USUAL.rows),
    Number(params.get('width') || USUAL.width),
  ];
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return null;
  if (!Number.isInteger(width) || width < 240 || width > 1280) return null;
  const words = params.get('words');
  return {
    measure: params.get('measure') || null,
    limit,
    width,
    theme: THEMES.find((each) => each === params.get('theme')) ?? 'auto',
    dir: DIRECTIONS.find((each) => each === params.get('dir')) ?? 'auto',
    words: words && isTag(words) ? words : null,
    scheme: params.get('scheme') || USUAL.scheme,
    pin: params.get('pin') === 'on',
  };
}

const isTag = (text: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text);

/** What is read of the record. */
export function readOf({ measure, words, scheme }: Choice): URLSearchParams {
  const read = { measure, lang: words, scheme: scheme === USUAL.scheme ? null : scheme };
  return new URLSearchParams(
    Object.entries(read).filter((pair): pair is [string, string] => pair[1] !== null),
  );
}

/** What a snippet says: nothing that is as usual. */
export const saidOf = (choice: Choice, knownAt: string) => ({
  measure: choice.measure,
  lang: choice.words,
  dir: choice.dir === 'auto' ? null : choice.dir,
  theme: choice.theme === 'auto' ? null : choice.theme,
  scheme: choice.scheme === USUAL.scheme ? null : choice.scheme,
  limit: choice.limit === USUAL.rows ? null : choice.limit,
  knownAt: choice.pin ? knownAt : null,
});
