/** A claim as it stands in a reviewed file of `data/`: its fields, and every later correction with its reason. */
import { z } from 'zod';
import { ClaimFields, ClaimId } from '../domain/record/claim.ts';
import { StatedDate } from '../domain/record/date.ts';
import { Reason } from '../domain/record/entry.ts';

/** `was` holds the fields as they stood before this correction. */
const Correction = z.strictObject({
  on: StatedDate,
  reason: Reason,
  was: z.record(z.string(), z.unknown()),
});
const Removal = z.strictObject({ reason: Reason, on: StatedDate.nullable().default(null) });

export const FileRecord = ClaimFields.omit({ topic: true }).extend({
  id: ClaimId,
  corrections: z.array(Correction).default([]),
  voided: Removal.nullable().default(null),
  retracted: Removal.nullable().default(null),
});
export type FileRecord = z.input<typeof FileRecord>;

/** One file holds what one source said on one day; its name opens every id in it. */
export const RecordFile = z.array(FileRecord).min(1);

/** The fields of a record that make up the claim itself, as written in the file. */
export function fieldsOf(record: FileRecord): Record<string, unknown> {
  const { id: _id, corrections: _c, voided: _v, retracted: _r, ...fields } = record;
  return fields;
}

/** The claim's fields as first recorded, then after each correction: the last is the file as it reads now. */
export function versionsOf(record: FileRecord): Record<string, unknown>[] {
  const versions = [fieldsOf(record)];
  for (const correction of [...(record.corrections ?? [])].reverse()) {
    versions.unshift({ ...versions[0], ...correction.was });
  }
  return versions;
}
