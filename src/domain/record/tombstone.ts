/** What a withholding leaves of a claim. */
import type { Claim } from './claim.ts';

/** What stays of a withheld claim: whose it was and on which measure. */
export function withoutContent(claim: Claim): Claim {
  const { id, topic, measure, dimensions, source, said, published } = claim;
  const empty = {
    value: null,
    words: null,
    summary: null,
    about: null,
    adopts: null,
    replaces: null,
    label: null,
    method: null,
    asOf: null,
    disclosed: null,
  };
  const lists = { chain: [], alternatives: [], evidence: [], readings: [] };
  return {
    id,
    topic,
    measure,
    dimensions,
    source,
    stance: 'no-answer',
    said,
    published,
    preferred: false,
    basis: 'unknown',
    ...empty,
    ...lists,
  };
}
