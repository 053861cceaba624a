/** The ranking formula in words, as it is published with every list. */
import { FORMULA } from '../domain/comments/ranking.ts';
import { wordsOf } from './words/words.ts';

export interface Formula {
  id: string;
  version: number;
  text: string;
  /** Newest first. */
  changes: readonly { version: number; on: string; what: string }[];
}

export function formulaIn(lang: string): Formula {
  const { text, changes } = wordsOf(lang).ranking.formula;
  const { id, version } = FORMULA;
  return {
    id,
    version,
    text,
    changes: FORMULA.changes.map((each) => ({ ...each, what: changes[each.version] })),
  };
}

/** As a list was ranked by it: a list of an earlier version keeps the words it was published with. */
export const formulaOf = ({ formula }: { formula: Formula }, lang: string): Formula =>
  formula.version === FORMULA.version ? formulaIn(lang) : formula;
