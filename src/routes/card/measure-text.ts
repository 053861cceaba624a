/** How wide a text is in the picture's own fonts and where it breaks: nothing is drawn that was not measured. */
import { joinedForms } from './arabic-forms.ts';
import { advanceIn, type Face } from './faces.ts';
import { type Letter, letterOf, type Slice } from './letters.ts';

export interface Style {
  face: Face;
  /** Pixels. */
  size: number;
  /** The face of numbers within the text, where they weigh more. */
  figures?: Face;
}

/** Letters drawn alike; `raised` ones are smaller and stand above the line, as in 10⁴. */
export interface Run {
  text: string;
  face: Face;
  raised: boolean;
  /** What draws them where the face lacks them. */
  slice: Slice | null;
}

/** The size of raised figures, of the size around them. */
export const RAISED = 0.62;

/** The fonts hold ¹, ² and ³; the others are drawn as raised figures. */
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '⁰': '0',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁻': '−',
};

/** Digits that belong to no word: not the last part of "four-thousand-100". */
const NUMBER = /(?<!\p{L}-?\d*)\d+(?:[.,\u00a0\u202f]\d+)*%?/gu;

/** True when some font can draw the letter. */
export function isDrawable(letter: string): boolean {
  const face = 'source-sans-3-400';
  return (
    advanceIn(letter, face) !== undefined || letter in SUPERSCRIPTS || letterOf(letter, face, '') !== null
  );
}

/** The width of a letter that nothing draws: half an em. */
const MISSING = 500;

/** What draws a letter that the face itself lacks; null where the face has it, or nothing does. */
const beyond = (letter: string, face: Face, text: string): Letter | null =>
  advanceIn(letter, face) === undefined && !(letter in SUPERSCRIPTS) ? letterOf(letter, face, text) : null;

/** The text in pieces of one face each, in order. */
export function runsOf(text: string, style: Style): Run[] {
  const runs: Run[] = [];
  const add = (part: string, face: Face): void => {
    for (const letter of part) {
      const figure = SUPERSCRIPTS[letter];
      const slice = beyond(letter, face, text)?.slice ?? null;
      const last = runs.at(-1);
      if (last?.face === face && last.raised === (figure !== undefined) && last.slice === slice)
        last.text += figure ?? letter;
      else runs.push({ text: figure ?? letter, face, raised: figure !== undefined, slice });
    }
  };
  let done = 0;
  for (const { 0: number, index } of style.figures ? text.matchAll(NUMBER) : []) {
    add(text.slice(done, index), style.face);
    add(number, style.figures ?? style.face);
    done = index + number.length;
  }
  add(text.slice(done), style.face);
  return joined(runs);
}

/** Blanks and points between words of one right-to-left script are of it: drawn apart, the words would change places. */
function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const [before, between] = [whole.at(-2), whole.at(-1)];
    const rejoins = before?.slice?.rightToLeft && before.slice === run.slice && between?.slice === null;
    if (rejoins && /^[\s\p{P}]+$/u.test(between.text)) {
      before.text += between.text + run.text;
      whole.pop();
    } else whole.push({ ...run });
  }
  return whole;
}

/** Pixels, without kerning. */
export function widthOf(text: string, style: Style): number {
  let total = 0;
  for (const { text: part, face, raised } of runsOf(text, style)) {
    total += thousandths(part, face) * style.size * (raised ? RAISED : 1);
  }
  return total / 1000;
}

function thousandths(text: string, face: Face): number {
  let total = 0;
  for (const letter of joinedForms(text))
    total += advanceIn(letter, face) ?? letterOf(letter, face, text)?.advance ?? MISSING;
  return total;
}

/** At most `most` lines, none wider than `room`; what does not fit is cut with an ellipsis. */
export function wrap(text: string, style: Style, room: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most) {
    const line = firstLine(rest, style, room);
    rest = rest.slice(line.length).trimStart();
    lines.push(line.trimEnd());
  }
  if (rest === '') return lines;
  const last = lines.pop() ?? '';
  // A cut quotation still ends as one.
  const end = text.endsWith('”') ? '…”' : '…';
  return [...lines, shorten(last, end, style, room)];
}

/** One line, cut with an ellipsis where it is too long. */
export const oneLine = (text: string, style: Style, room: number): string =>
  wrap(text, style, room, 1)[0] ?? '';

/** Lines of about one length: as narrow as their number allows. */
export function balance(text: string, style: Style, room: number, most: number): string[] {
  const lines = wrap(text, style, room, most);
  let best = lines;
  for (let width = room * 0.96; width > room / 2; width *= 0.96) {
    const narrower = wrap(text, style, width, most);
    if (narrower.length > lines.length || narrower.join(' ') !== lines.join(' ')) break;
    best = narrower;
  }
  return best;
}

/** As many whole words as fit; a word wider than the line is broken where the line ends. */
function firstLine(text: string, style: Style, room: number): string {
  let line = '';
  for (const [word] of text.matchAll(/\s*\S+/g)) {
    if (widthOf(line + word, style) > room) break;
    line += word;
  }
  if (line !== '') return line;
  for (const letter of text) {
    if (line !== '' && widthOf(line + letter, style) > room) break;
    line += letter;
  }
  return line;
}

/** Cut at a word where that leaves most of the line. */
function shorten(line: string, end: string, style: Style, room: number): string {
  let readers = [...line];
  while (readers.length > 0 && widthOf(closed(readers) + end, style) > room) readers.pop();
  const space = readers.lastIndexOf(' ');
  if (readers.length < [...line].length && space > readers.length * 0.6) readers = readers.slice(0, space);
  return closed(readers) + end;
}

/** Without the space or the comma that an ellipsis must not follow. */
const closed = (readers: string[]): string => readers.join('').replace(/(?: · via)?[\s,;:·(“”]*$/u, '');
