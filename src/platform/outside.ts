/** Other sites, as far as their operator lets us reach them: the addresses that may be fetched, and a fetch that keeps to them. */
import { type FetchDeps, type GuardedFetch, guarded } from './guarded-fetch.ts';
import { type AddressFault, faultOf, parseAllowed } from './public-address.ts';

export interface Outside {
  /** A way to fetch that ends with the signal. */
  asking(signal: AbortSignal): GuardedFetch;
  /** Why an address may not be fetched, or null; 'no-address' for what is none. */
  faultOf(address: string): AddressFault | null;
}

/** `allowed` as the operator wrote it: read at each use, so that a mistake in it stops fetching and nothing else. */
export function outside(fetch: FetchDeps['fetch'], allowed: string | undefined): Outside {
  return {
    asking: (signal) => guarded({ fetch, allowed: parseAllowed(allowed), signal }),
    faultOf(address) {
      const opened = parseAllowed(allowed);
      const url = URL.parse(address);
      return url === null ? 'no-address' : faultOf(url, opened);
    },
  };
}
