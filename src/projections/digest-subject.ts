/** A digest's subject: the topic and the change in few enough characters for a list of mails, cut where it stays true. */
import type { ChangeKind } from '../domain/record/change.ts';

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
export function subjectOf({ title, name, brief, kind, more }: SubjectNews): string {
  const change = name === null ? brief : `${name}: ${brief}`;
  const rest = more > 0 ? ` and ${more} more` : '';
  if (title.length + 2 + change.length + rest.length <= LONGEST_SUBJECT) return `${title}: ${change}${rest}`;
  const topic = shortened(title, Math.max(TITLE, LONGEST_SUBJECT - 2 - change.length));
  const room = LONGEST_SUBJECT - topic.length - 2;
  const cut = shortened(change, room);
  // A subject that lost its figure says what happened in words.
  const told = change.includes('“') && !cut.includes('”') ? inWords(name, kind, room) : cut;
  return [topic, told].filter((part) => part !== '').join(': ') || 'What changed';
}

/** "Where things stand", for a first digest and a quiet one: a text beside one or several titles. */
export function titlesWith(titles: readonly string[], tail: string): string {
  const more = titles.length > 1 ? ` and ${titles.length - 1} more` : '';
  const end = `${more}: ${tail}`;
  return `${shortened(titles[0] ?? '', LONGEST_SUBJECT - end.length)}${end}`;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  raised: 'a higher figure',
  lowered: 'a lower figure',
  widened: 'a wider range',
  narrowed: 'a narrower range',
  corrected: 'corrected',
  voided: 'never said',
  retracted: 'withdrew a figure',
  'stance changed': 'another answer',
};

function inWords(name: string | null, kind: ChangeKind, room: number): string {
  const words = IN_WORDS[kind] ?? 'a new statement';
  const who = name === null ? '' : shortened(name, room - words.length - 2);
  return who === '' ? shortened(words, room) : `${who}: ${words}`;
}

/** At most so many characters, cut after a whole word with "…"; never inside quotation marks, brackets or a figure. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const atom of atomsOf(text)) {
    if (kept.length + atom.length > most - 1) break;
    kept += atom;
  }
  const whole = withoutLooseEnd(kept);
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
const LOOSE =
  /(^|\s)([^\s”)]*\p{N}[^\s”)]*|was|of|at|to|than|the|an?|and|or|said|says|with|on|in|by|from|for|before:?|about|almost|nearly|over|under|between|least|most)$/iu;

function withoutLooseEnd(text: string): string {
  const trimmed = text.trimEnd().replace(/[\s,;:–—-]+$/u, '');
  return LOOSE.test(trimmed) ? withoutLooseEnd(trimmed.replace(LOOSE, '')) : trimmed;
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
