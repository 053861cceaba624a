/** The names of changes: after the revision that brought each and the claim it is about. Made here, never taken apart. */
import type { ClaimState } from './record.ts';

type Named = Pick<ClaimState, 'claim' | 'revision' | 'events'>;

export const recordingId = ({ claim, revision }: Pick<Named, 'claim' | 'revision'>): string =>
  `${revision}-${claim.id}`;

/** Of what happened to the claim as the `at`th thing. */
export const eventId = (
  { claim }: Pick<Named, 'claim'>,
  { revision }: { revision: number },
  at: number,
): string => `${revision}-${claim.id}-${at}`;

export const additionId = (state: Pick<Named, 'claim'>, addition: { revision: number }, at: number): string =>
  `${addition.revision}-${state.claim.id}-added-${at}`;

export const importId = (revision: number, batch: string): string => `${revision}-${batch}`;

/** Of its recording, and of all that happened to it since. */
export const idsAbout = (state: Named): ReadonlySet<string> =>
  new Set([recordingId(state), ...state.events.map((event, at) => eventId(state, event, at))]);
