/** A digest's subject: the topic and the change in few enough characters for a list of mails, cut where it stays true. */
import type { ChangeKind } from '../domain/record/change.ts';
import { type Words, wordsOf } from './words/words.ts';

/** UTF-16 units: what lists of mails show of a subject. */
export const LONGEST_SUBJECT = 60;
/** What a title keeps at least, beside a long change. */
const TITLE = 24;

export interface SubjectNews {
  title: string;
  /** Null where there is nobody to name. */
  name: string | null;
  brief: string;
  kind: ChangeKind;
  /** Further changes in the mail. */
  more: number;
}

/** "A flood in a valley: Ministry A: “300”, was “200”", with "and 3 more" where it fits. */
export function subjectOf({ title, name, brief, kind, more }: SubjectNews, lang: string): string {
  const words = wordsOf(lang).digest.subject;
  const change = name === null ? brief : words.of(name, brief);
  const whole = words.of(title, change);
  const told = more > 0 ? words.andMore(whole, more) : whole;
  if (told.length <= LONGEST_SUBJECT) return told;
  const topic = shortened(title, Math.max(TITLE, LONGEST_SUBJECT - 2 - change.length), lang);
  const room = LONGEST_SUBJECT - topic.length - 2;
  const cut = shortened(change, room, lang);
  // A subject that lost its figure says what happened in words.
  const kept = change.includes('“') && !cut.includes('”') ? inWords(name, kind, room, lang) : cut;
  if (topic !== '' && kept !== '') return words.of(topic, kept);
  return topic || kept || words.changed;
}

/** "A flood and 2 more: where they stand", for a first digest and a quiet one: a text beside one or several titles. */
export function titlesWith(titles: readonly string[], tail: keyof Tails, lang: string): string {
  const words = wordsOf(lang).digest.subject;
  const around = (first: string) =>
    words.of(titles.length > 1 ? words.andMore(first, titles.length - 1) : first, words.tails[tail]);
  return around(shortened(titles[0] ?? '', LONGEST_SUBJECT - around('').length, lang));
}

type Tails = Words['digest']['subject']['tails'];

function inWords(name: string | null, kind: ChangeKind, room: number, lang: string): string {
  const { inWords: kinds, of } = wordsOf(lang).digest.subject;
  const words = kinds[kind];
  const who = name === null ? '' : shortened(name, room - words.length - 2, lang);
  return who === '' ? shortened(words, room, lang) : of(who, words);
}

/** At most so many characters, cut after a whole word with "…"; never inside quotation marks, brackets or a figure. */
export function shortened(text: string, most: number, lang: string): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const atom of atomsOf(text)) {
    if (kept.length + atom.length > most - 1) break;
    kept += atom;
  }
  const whole = withoutLooseEnd(kept, new Set(wordsOf(lang).digest.subject.joining));
  return whole === '' ? withinWord(text, most) : `${whole}…`;
}

/** Words with the space before them; what stands in quotation marks or brackets is one. */
function atomsOf(text: string): string[] {
  const atoms: string[] = [];
  let depth = 0;
  let atom = '';
  for (const character of text) {
    if (/\s/.test(character) && depth === 0 && atom.trim() !== '') {
      atoms.push(atom);
      atom = '';
    }
    atom += character;
    if (/[“(]/.test(character)) depth++;
    if (/[”)]/.test(character)) depth = Math.max(0, depth - 1);
  }
  return [...atoms, atom];
}

/** A number may go on ("1.2" million), and a joining word leads nowhere. */
function withoutLooseEnd(text: string, joining: ReadonlySet<string>): string {
  const trimmed = text.trimEnd().replace(/[\s,;:–—-]+$/u, '');
  const last = /\S+$/u.exec(trimmed)?.[0] ?? '';
  const goesOn = /^[^”)]*\p{N}[^”)]*$/u.test(last) || joining.has(last.toLowerCase());
  return goesOn ? withoutLooseEnd(trimmed.slice(0, -last.length), joining) : trimmed;
}

/** Where words are written without spaces, or one is too long: at a word of that language, and away from digits. */
function withinWord(text: string, most: number): string {
  if (/[“(]/.test(text.slice(0, most))) return '';
  const granularity = /\s/.test(text.slice(0, most)) ? 'grapheme' : 'word';
  const pieces = [...new Intl.Segmenter(undefined, { granularity }).segment(text)].map(
    ({ segment }) => segment,
  );
  let [count, length] = [0, 0];
  while (count < pieces.length && length + (pieces[count]?.length ?? 0) <= most - 1)
    length += pieces[count++]?.length ?? 0;
  const touchesDigit = (at: number) => /\p{N}/u.test(`${pieces[at - 1] ?? ''}${pieces[at] ?? ''}`);
  while (count > 0 && touchesDigit(count)) count--;
  return count === 0 ? '' : `${pieces.slice(0, count).join('')}…`;
}
