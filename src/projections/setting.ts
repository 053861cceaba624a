/** What a row is worded and drawn with: the record, the language, the scheme, its measure's axis. */
import type { Scheme } from '../domain/figure/vagueness.ts';
import type { Axis } from './axis.ts';
import type { WordingContext } from './wording.ts';

export interface Setting extends WordingContext {
  scheme: Scheme;
  axis: Axis | null;
  /** The newest day on which the estimate's measure was spoken of, from which ages are counted; null where it no longer moves. */
  newest: string | null;
}
