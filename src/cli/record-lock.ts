/** The seal of a record: a hash of what it states, and how many reasoned changes it has had. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type FileRecord, fieldsOf } from '../validation/record-file.ts';

/** `HASH#N`: N counts corrections and removals, so that a changed hash with the same N is a change without a reason. */
export function lockOf(record: z.input<typeof FileRecord>): string {
  const removals = (record.voided ? 1 : 0) + (record.retracted ? 1 : 0);
  const hash = createHash('sha256')
    .update(stable(fieldsOf(record)))
    .digest('hex')
    .slice(0, 16);
  return `${hash}#${(record.corrections?.length ?? 0) + removals}`;
}

/** JSON with sorted keys, so that reordering or reformatting a file is no change. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`).join(',')}}`;
}
