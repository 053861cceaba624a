// Properties with an end: every run stops at a limit, and no search for a fitting value goes on for ever.
import fc from 'fast-check';

/** Milliseconds: under the net of a single test, so that the counterexample so far is told rather than lost. */
const LIMIT = 50_000;
/** Values turned down in a row before a search is given up. */
const MOST_MISSES = 20_000;

type Runs = Pick<fc.Parameters<unknown>, 'numRuns' | 'seed' | 'endOnFailure'>;

/** Fails with the smallest counterexample found. A slow machine tries fewer values within the limit, which is no fault. */
export function holds<T>(property: fc.IAsyncProperty<T>, runs?: Runs): Promise<void>;
export function holds<T>(property: fc.IProperty<T>, runs?: Runs): void;
export function holds<T>(property: fc.IProperty<T> | fc.IAsyncProperty<T>, runs: Runs = {}) {
  return fc.assert(property as fc.IAsyncProperty<T>, {
    ...runs,
    interruptAfterTimeLimit: LIMIT,
    markInterruptAsFailure: false,
  });
}

/**
 * The values of an arbitrary that fit. `filter` alone looks on for ever where nothing fits any more, and nothing can
 * interrupt it; this ends with a sentence.
 */
export function only<T>(arbitrary: fc.Arbitrary<T>, fits: (value: T) => boolean): fc.Arbitrary<T> {
  let misses = 0;
  return arbitrary.filter((value) => {
    const fit = fits(value);
    misses = fit ? 0 : misses + 1;
    if (misses > MOST_MISSES) throw new Error(`None of ${MOST_MISSES} values by chance fits: ${fits}`);
    return fit;
  });
}
