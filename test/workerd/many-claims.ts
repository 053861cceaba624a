// Invented claims by the thousand, spread over voices, measures and days.
import { topicOf } from './flood.ts';

const MEASURES = ['killed', 'wounded'] as const;

export const sourcesOf = (sources: number) =>
  Array.from({ length: sources }, (_, at) => ({
    id: `voice-${at}`,
    name: `Voice ${at}`,
    kind: 'institution',
  }));

/** Bodies of imports that bring `count` claims of so many voices, a chunk each. */
export function* importsOf(slug: string, count: number, { sources = 40, chunk = 10_000 } = {}) {
  const topic = topicOf(slug, { title: `A flood, ${count} claims` });
  for (let from = 0; from < count; from += chunk) {
    const claims = Array.from({ length: Math.min(chunk, count - from) }, (_, at) =>
      claimOf(slug, from + at, sources),
    );
    yield { batch: `chunk-${from}`, topic, claims };
  }
}

function claimOf(slug: string, n: number, sources: number) {
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / sources))).toISOString().slice(0, 10);
  const point = 10 + ((n * 7919) % 5_000);
  return {
    id: `${slug}-${n}`,
    measure: MEASURES[n % 2],
    source: `voice-${n % sources}`,
    stance: 'states',
    value: { kind: 'point', point, stated: `${point} people` },
    said: day,
    published: day,
    chain: [{ name: 'The Example', role: 'outlet' }],
    evidence: [{ url: `https://news.example/${n}`, outlet: 'The Example', published: day }],
  };
}
