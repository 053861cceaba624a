/** What a figure read from a table cannot have, since only words have it: it is its numbers alone. */
import type { Problem } from '../problem.ts';
import { USUAL_LANGUAGE, type Value } from './value.ts';

/** One problem for each field that needs words; `path` is the value's own. */
export function problemsOfTable({ kind, hedge, gloss, lang, derived }: Value, path: string): Problem[] {
  const needed: [field: string, needs: boolean, message: string][] = [
    ['stated', kind === 'vague', 'Vague words are the figure: give the words that were said.'],
    ['hedge', hedge !== null, 'A hedge stands in words: give them in "stated", or leave the hedge out.'],
    [
      'gloss',
      gloss !== null,
      'There are no words to translate: give them in "stated", or leave the gloss out.',
    ],
    [
      'lang',
      lang !== USUAL_LANGUAGE,
      'There are no words in this language: give them in "stated", or leave it out.',
    ],
    [
      'derived',
      derived !== null,
      'A conversion stands beside what was given: write that in "stated", as the table has it.',
    ],
  ];
  return needed.flatMap(([field, needs, message]) => (needs ? [{ path: `${path}.${field}`, message }] : []));
}
