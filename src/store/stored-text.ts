/** Stored JSON held to its schema: what an older release took and this one would refuse is read without it. */
import type { z } from 'zod';
import { mended } from '../domain/text.ts';

/** Parses as stored; a text that holds what no text may any more is mended first. The caller says what still fails. */
export function parseStored<S extends z.ZodType>(schema: S, json: string): z.ZodSafeParseResult<z.output<S>> {
  const parsed = schema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed;
  return schema.safeParse(
    JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? mended(value) : value)),
  );
}
