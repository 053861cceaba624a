/** Which notes a row carries on a small face and on a large one, in the order in which they stand. */
import type { Note } from './topic-view.ts';

/** What every small face must never leave out of a row. */
export const BRIEF_NOTES: readonly Note['kind'][] = [
  'standing',
  'stance',
  'beside',
  'adopts',
  'forecast',
  'as-of',
  'later',
  'corrected',
  'age',
];
export const ALL_NOTES: readonly Note['kind'][] = [
  'standing',
  'stance',
  'beside',
  'adopts',
  'forecast',
  'as-of',
  'disclosed',
  'later',
  'previous',
  'printed',
  'unnamed',
  'outlets',
  'evidence',
  'corrected',
  'age',
  'method',
];
