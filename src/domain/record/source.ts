/** The voice that vouches for a figure: an institution, an office, a person, a study, an unnamed official, or nobody. */
import { z } from 'zod';
import { label } from '../text.ts';
import { WebAddress } from './evidence.ts';
import { Id } from './measure.ts';

export const SOURCE_KINDS = [
  'institution',
  'office',
  'person',
  'study',
  'company',
  'newsroom',
  'group',
  'unnamed-official',
  'unattributed',
] as const;

export const Interest = z
  .strictObject({
    value: z.enum(['party', 'ally-of-a-party', 'opponent', 'independent', 'unknown']).default('unknown'),
    reason: label(240, { least: 3 }).nullable().default(null),
    url: WebAddress.nullable().default(null),
  })
  .refine((interest) => interest.value === 'unknown' || (interest.reason !== null && interest.url !== null), {
    message: 'An interest needs a reason with an address; without them it is unknown.',
  });

export const Source = z
  .strictObject({
    id: Id,
    name: label(100, { least: 2 }),
    kind: z.enum(SOURCE_KINDS),
    /** The institution this voice belongs to. */
    within: Id.nullable().default(null),
    aliases: z.array(label(100)).max(100).default([]),
    interest: Interest.default({ value: 'unknown', reason: null, url: null }),
  })
  .refine((source) => source.within !== source.id, {
    path: ['within'],
    message: 'A source cannot be within itself.',
  });
export type Source = z.output<typeof Source>;

/** Nobody was named: shown last on every face and never compared. */
export function isUnattributed(source: Source): boolean {
  return source.kind === 'unattributed';
}
