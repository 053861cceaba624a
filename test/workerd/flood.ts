// A small invented topic with two ministries and an unnamed official, loaded through the site's own doors.
import { sendWell } from './site.ts';

const place = { population: 'people', place: 'a valley' };

/** A topic's body under any slug, so that one file may hold several. */
export const topicOf = (slug: string, fields: object = {}) => ({
  slug,
  title: 'A flood in a valley',
  summary: 'How many people the flood killed is disputed.',
  lead: 'killed',
  families: [
    { id: 'killed', label: 'Killed' },
    { id: 'wounded', label: 'Wounded' },
  ],
  measures: [
    {
      id: 'killed',
      family: 'killed',
      metric: 'killed',
      counting: 'cumulative',
      label: 'Killed so far',
      ...place,
    },
    {
      id: 'wounded',
      family: 'wounded',
      metric: 'wounded',
      counting: 'cumulative',
      label: 'Wounded so far',
      ...place,
    },
  ],
  ...fields,
});

export const SOURCES = [
  { id: 'ministry-a', name: 'Ministry A', kind: 'institution' },
  { id: 'ministry-b', name: 'Ministry B', kind: 'institution' },
  { id: 'ministry-c', name: 'Ministry C', kind: 'institution' },
  {
    id: 'official-a',
    name: 'An unnamed official of Ministry A',
    kind: 'unnamed-official',
    within: 'ministry-a',
  },
];

/** Makes the topic and its voices; its record is empty. */
export async function openFlood(slug: string, fields: object = {}): Promise<void> {
  await sendWell('/v1/sources', { items: SOURCES });
  await sendWell('/v1/topics', topicOf(slug, fields));
}

/** "N people", said by Ministry A on 10 January 2025, unless the fields say otherwise. */
export function claimBody(topic: string, point: number, fields: object = {}) {
  return {
    topic,
    measure: 'killed',
    source: 'ministry-a',
    stance: 'states',
    value: { kind: 'point', point, stated: `${point} people` },
    said: '2025-01-10',
    published: '2025-06-01',
    evidence: [{ url: 'https://news.example/flood', outlet: 'The Example', published: '2025-01-10' }],
    ...fields,
  };
}

/** Records a claim and gives its id. */
export async function record(topic: string, point: number, fields: object = {}): Promise<string> {
  return (await sendWell('/v1/claims', claimBody(topic, point, fields))).id as string;
}
