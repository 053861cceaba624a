/** Holds the files by which vague words are read to their shapes, and to speak of every word there is. */
import { wordsAbroad } from '../domain/figure/vague-words-abroad.ts';
import { checkForeignWords, checkSchemes } from '../validation/reading-rules.ts';
import type { Problem } from '../validation/verdict.ts';
import { DATA, readJson } from './data-files.ts';

/** Failures as lines "file: scheme: how to mend it"; none when both are good. */
export async function checkReadingRules(root: string = DATA): Promise<string[]> {
  const published = wordsAbroad().filter(({ source }) => source !== null);
  const keys = new Set(published.map(({ lang, word }) => `${lang}:${word}`));
  return [
    ...lines('schemes.json', checkSchemes(await readJson(`${root}/schemes.json`), keys)),
    ...lines('vague-words.json', checkForeignWords(await readJson(`${root}/vague-words.json`))),
  ];
}

const lines = (file: string, problems: readonly Problem[]): string[] =>
  problems.map(({ path, message }) => `data/${file}: ${path}: ${message}`);
