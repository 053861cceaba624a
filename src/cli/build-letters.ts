// The letters that pictures draw beyond the first alphabet: slices of fonts, read by need, and an index of what each holds.
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { measureFont, unpackWoff } from './build-fonts.ts';
import { placeFile } from './place-file.ts';
import { inProject } from './project.ts';

/** As `src/routes/card/letters.ts` reads it. */
type LetterFamily = {
  /** The name of its package, which opens the names of its files. */
  from: string;
  /** How the files of each weight call themselves. */
  names: Record<number, string>;
  /** Letters join or stand above one another: only a shaper knows their width. */
  shaped: boolean;
  rightToLeft: boolean;
  /** One width for all, in thousandths of an em; null where they are measured. */
  wide: number | null;
  slices: Record<string, string>;
  /** By weight and code point, in thousandths of an em. */
  advance: Record<number, Record<string, number>>;
};

type AskedFamily = Pick<LetterFamily, 'from' | 'names'> & Partial<LetterFamily> & { only?: string[] };

const ALPHABETS = ['latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const noto = (script: string) => ({ 400: `Noto Sans ${script}`, 700: `Noto Sans ${script}` });

/** In the order in which a letter is looked for. */
const FAMILIES: AskedFamily[] = [
  {
    from: 'source-sans-3',
    names: { 400: 'Source Sans 3', 600: 'Source Sans 3 SemiBold' },
    only: ALPHABETS,
  },
  { from: 'source-serif-4', names: { 700: 'Source Serif 4' }, only: ALPHABETS },
  { from: 'noto-sans-arabic', names: noto('Arabic'), only: ['arabic'], shaped: true, rightToLeft: true },
  { from: 'noto-sans-hebrew', names: noto('Hebrew'), only: ['hebrew'], shaped: true, rightToLeft: true },
  { from: 'noto-sans-devanagari', names: noto('Devanagari'), only: ['devanagari'], shaped: true },
  { from: 'noto-sans-bengali', names: noto('Bengali'), only: ['bengali'], shaped: true },
  { from: 'noto-sans-thai', names: noto('Thai'), only: ['thai'], shaped: true },
  // The square scripts come in a hundred slices and more; the files say one width for nearly all of their signs.
  { from: 'noto-sans-kr', names: noto('KR'), wide: 920 },
  { from: 'noto-sans-jp', names: noto('JP'), wide: 1000 },
  { from: 'noto-sans-sc', names: noto('SC'), wide: 1000 },
];

/** Writes dist/assets/fonts/letters/*.woff and dist/letters.json. */
export async function buildLetters(): Promise<void> {
  const families = await Promise.all(FAMILIES.map(familyOf));
  await placeFile('dist/letters.json', Buffer.from(JSON.stringify(families)));
}

async function familyOf(asked: AskedFamily): Promise<LetterFamily> {
  const { from, names, only, shaped = false, rightToLeft = false, wide = null } = asked;
  const folder = `node_modules/@fontsource/${from}`;
  const ranges = JSON.parse(await readFile(inProject(`${folder}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  const slices: LetterFamily['slices'] = {};
  const advance: LetterFamily['advance'] = {};
  for (const [bracketed, held] of Object.entries(ranges)) {
    const slice = bracketed.replace(/^\[(\d+)\]$/, '$1');
    if (only ? !only.includes(slice) : slice === bracketed) continue;
    for (const weight of Object.keys(names).map(Number)) {
      const file = `${from}-${slice}-${weight}`;
      const source = inProject(`${folder}/files/${file}-normal.woff`);
      await placeCopy(source, inProject(`dist/assets/fonts/letters/${file}.woff`));
      if (wide === null) {
        const { advance: own } = measureFont(unpackWoff(await readFile(source)));
        advance[weight] = { ...advance[weight], ...own };
      }
    }
    slices[slice] = held.replaceAll('U+', '').toLowerCase();
  }
  return { from, names, shaped, rightToLeft, wide, slices, advance };
}

/** A slice never changes under its name and its version's length: one that is there is not written again. */
async function placeCopy(source: string, target: string): Promise<void> {
  const [from, there] = await Promise.all([stat(source), stat(target).catch(() => null)]);
  if (there?.size === from.size) return;
  await mkdir(dirname(target), { recursive: true });
  await copyFile(source, target);
}
