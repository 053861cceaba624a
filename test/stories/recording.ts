// Records a story through the API alone, whoever sends for it.
import type { Story } from './story.ts';

/** Records a story through the API alone; gives the id of each claim that has a key. */
export async function record(
  send: (path: string, body: unknown) => Promise<unknown>,
  { slug, units, metrics, sources, topic, claims }: Story,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  if (units) await send('/v1/units', { items: units });
  if (metrics) await send('/v1/metrics', { items: metrics });
  await send('/v1/sources', { items: sources });
  await send('/v1/topics', { slug, ...topic });
  for (const { key, answers, voided, ...claim } of claims) {
    const about = answers === undefined ? {} : { about: { claim: ids.get(answers) } };
    const { id } = (await send('/v1/claims', { topic: slug, stance: 'states', ...about, ...claim })) as {
      id: string;
    };
    if (key !== undefined) ids.set(key, id);
    if (voided !== undefined) await send(`/v1/claims/${id}/void`, { reason: voided });
  }
  return ids;
}
