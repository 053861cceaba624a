// The reviewed files of data/, loaded into the Worker through the same doors as at the first start.
import { sendWell } from './site.ts';

const files = import.meta.glob<unknown>('../../data/**/*.json', { eager: true, import: 'default' });

/** The slugs of all reviewed topics, in order. */
export const SLUGS = [
  ...new Set(Object.keys(files).flatMap((path) => /topics\/([^/]+)\//.exec(path)?.[1] ?? [])),
].sort();

/** The body of a topic's import. */
export function importOf(slug: string): { batch: string; topic: unknown; claims: unknown[] } {
  const own = Object.entries(files).filter(([path]) => path.includes(`/topics/${slug}/`));
  const topic = own.find(([path]) => path.endsWith('/topic.json'))?.[1];
  const claims = own
    .filter(([path]) => path.includes('/claims/'))
    .flatMap(([, records]) => records as unknown[]);
  return { batch: 'data', topic, claims };
}

/** Loads the topics named, or all. */
export async function loadReal(slugs: readonly string[] = SLUGS): Promise<void> {
  await sendWell('/v1/sources', { items: files['../../data/sources.json'] });
  for (const slug of slugs) await sendWell('/v1/imports', importOf(slug));
  await sendWell('/v1/loads', {});
}
