/** Ids that people give and read: of topics, families, measures, sources, dimensions and their values. */
import { z } from 'zod';

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens.')
  .max(80, 'Keep an id to 80 characters.');
