// The cost of a projection grows with the record, not with its square: counted in claims looked at, never in time.
import { expect, test } from 'vitest';
import { changesBetween } from '../../src/domain/record/change.ts';
import { checkClaim } from '../../src/domain/record/checks.ts';
import { entryContext } from '../../src/domain/record/entry-context.ts';
import { latestEstimates } from '../../src/domain/record/estimate.ts';
import type { ClaimState, TopicRecord } from '../../src/domain/record/record.ts';
import { claimItems } from '../../src/projections/claim-item.ts';
import { historiesOf } from '../../src/projections/history.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { claimOf, point, recordOf, SOURCES, stanceOf } from '../domain/two-ministries.ts';

const MANY = 20_000;
/** How often each claim may be looked at, whatever their number; a sort looks a few dozen times. */
const LOOKS = 60;

const sources = [...SOURCES.keys()];
const claims = Array.from({ length: MANY }, (_, n) => {
  const said = new Date(Date.UTC(1990, 0, 1 + (n % 9_000))).toISOString().slice(0, 10);
  const fields = { said, source: sources[n % sources.length], measure: n % 2 ? 'killed' : 'wounded' };
  if (n % 3 === 1) return stanceOf(`c-${n}`, 'denies', { ...fields, about: { claim: `c-${n - 1}` } });
  return claimOf(`c-${n}`, { ...fields, value: point(n), adopts: n % 3 === 2 ? `c-${n - 1}` : null });
});
const record = recordOf(...claims);

/** The record, counting how often the claim of any state is looked at. */
function counting(): { record: TopicRecord; looks: () => number } {
  let looks = 0;
  const watched = record.claims.map((state): ClaimState => {
    const { claim, ...rest } = state;
    return {
      ...rest,
      get claim() {
        looks++;
        return claim;
      },
    };
  });
  const held = new Map(watched.map((state, at) => [claims[at]?.id ?? '', state]));
  return { record: { ...record, claims: watched, held }, looks: () => looks };
}

test.for<[string, (record: TopicRecord) => unknown]>([
  ['estimates', latestEstimates],
  ['the topic view', (each) => toTopicView(each, PLAIN)],
  ['the charts', (each) => historiesOf(each, PLAIN)],
  ['the changes', (each) => changesBetween(null, each)],
  ['every claim as an item', (each) => claimItems(each, new Set(each.held.keys()))],
  [
    'the checks of every claim',
    (each) => {
      const context = entryContext(each, SOURCES, '2025-01-01', CODEBOOK);
      for (const claim of claims) checkClaim(claim, context);
    },
  ],
])('%s look at each claim a few times', ([, project]) => {
  const { record: watched, looks } = counting();
  project(watched);
  expect(looks()).toBeGreaterThanOrEqual(MANY);
  expect(looks()).toBeLessThanOrEqual(MANY * LOOKS);
});

test('the view of a long record is no longer than that of a short one', () => {
  const size = (each: TopicRecord) => JSON.stringify(toTopicView(each, PLAIN)).length;
  expect(size(record)).toBeLessThan(2 * size(recordOf(...claims.slice(0, 200))));
});
