/** The letters beyond the picture's own alphabet: which slice of which font draws each, and how wide it is. */
import index from '../../../dist/letters.json';
import type { Face } from './faces.ts';

/** One slice of a font, which draws letters that a face lacks. */
export interface Slice {
  /** Its own, `noto-sans-kr-39-700`: the picture's drawer tells fonts of one family apart by nothing else. */
  name: string;
  /** What its font is called where it is installed whole. */
  family: string;
  weight: number;
  /** Letters join or stand above one another, so that a text's width is only near the sum of its letters'. */
  shaped: boolean;
  rightToLeft: boolean;
}

export interface Letter {
  slice: Slice;
  /** Thousandths of an em. */
  advance: number;
}

/** The file of a slice among the site's assets. */
export const pathOf = (name: string): string => `/fonts/letters/${name}.woff`;

type FontFamily = (typeof index)[number];
type Range = readonly [from: number, to: number, slice: string];

/** The file of each face, and the weight in which other scripts stand beside it. */
const FILES: Readonly<Record<Face, { own: string; weight: number; beside: number }>> = {
  'source-sans-3-400': { own: 'source-sans-3', weight: 400, beside: 400 },
  'source-sans-3-600': { own: 'source-sans-3', weight: 600, beside: 700 },
  'source-serif-4-700': { own: 'source-serif-4', weight: 700, beside: 700 },
};

const ranges = new Map<string, Range[]>();
/** A family's slices by code point; read once an isolate. */
function rangesOf(family: FontFamily): Range[] {
  const known = ranges.get(family.from);
  if (known) return known;
  const made = Object.entries(family.slices).flatMap(([slice, held]) =>
    held.split(',').map((range): Range => {
      const [from = 0, to = from] = range.split('-').map((point) => Number.parseInt(point, 16));
      return [from, to, slice];
    }),
  );
  ranges.set(family.from, made);
  return made;
}

/** Which slice holds a code point, or null. Some ranges of one family lie within others, so each is looked at. */
const sliceOf = (family: FontFamily, point: number): string | null =>
  rangesOf(family).find(([from, to]) => from <= point && point <= to)?.[2] ?? null;

const slices = new Map<string, Slice>();
/** One object a slice, so that two letters of it are of the same. */
function sliceNamed(family: FontFamily, slice: string, weight: number): Slice {
  const name = `${family.from}-${slice}-${weight}`;
  const known = slices.get(name);
  if (known) return known;
  const { names, shaped, rightToLeft } = family;
  const made = { name, family: names[weight] ?? '', weight, shaped, rightToLeft };
  slices.set(name, made);
  return made;
}

function letterIn(family: FontFamily, weight: number, point: number): Letter | null {
  const advance = family.wide ?? family.advance[weight]?.[point];
  const slice = advance === undefined ? null : sliceOf(family, point);
  if (advance === undefined || slice === null) return null;
  return { slice: sliceNamed(family, slice, weight), advance };
}

/** Signs of Japanese that Chinese has not, in a text that holds them: its Han signs are drawn as Japan draws them. */
const KANA = /[\u3040-\u30ff]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** Whose Han signs a text's are, first of all. */
function firstFor(text: string): string {
  if (KANA.test(text)) return 'noto-sans-jp';
  return HANGUL.test(text) ? 'noto-sans-kr' : 'noto-sans-sc';
}

const found = new Map<string, Letter | null>();

/** How the letter is drawn that stands in a text, beside a face that lacks it; null where no font has it. */
export function letterOf(letter: string, face: Face, text: string): Letter | null {
  const first = firstFor(text);
  const key = `${face} ${first} ${letter}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  if (found.size > 5_000) found.clear(); // a text may hold any letter
  const made = lookUp(letter.codePointAt(0) ?? 0, face, first);
  found.set(key, made);
  return made;
}

function lookUp(point: number, face: Face, first: string): Letter | null {
  const { own, weight, beside } = FILES[face];
  // A square script's files hold some letters of others, less well drawn.
  const rank = ({ from, wide }: FontFamily) =>
    from === own ? 0 : wide === null ? 1 : from === first ? 2 : 3;
  const families = index.filter(({ from }) => from === own || from.startsWith('noto'));
  for (const family of families.sort((a, b) => rank(a) - rank(b))) {
    const letter = letterIn(family, family.from === own ? weight : beside, point);
    if (letter) return letter;
  }
  return null;
}

/** The names of all slices that the fonts of an SVG ask for. */
export function slicesIn(svg: string): Set<string> {
  return new Set(
    [...svg.matchAll(/font-family="'?([a-z0-9]+(?:-[a-z0-9]+)+-\d{3})\b/g)].map(([, name = '']) => name),
  );
}
