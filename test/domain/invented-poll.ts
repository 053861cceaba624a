// An invented poll: two questions, a subgroup and answers, by two institutes. Figures come from tables.
import type { Action, Entry } from '../../src/domain/record/entry.ts';
import { Source } from '../../src/domain/record/source.ts';
import { Topic } from '../../src/domain/record/topic.ts';

/** A topic as an editor posts it. */
export const POLL = {
  slug: 'bridge-toll-poll',
  title: 'What people say of the bridge toll',
  summary: 'How many want the toll on the bridge to stay is disputed.',
  lead: 'toll',
  families: [{ id: 'toll', label: 'The bridge toll' }],
  measures: [
    {
      id: 'toll',
      family: 'toll',
      metric: 'killed-share',
      population: 'residents',
      place: 'Port Amel',
      counting: 'point',
      label: 'The bridge toll',
      definition: 'Residents aged 16 and over.',
      dimensions: [
        {
          id: 'question',
          kind: 'question',
          label: 'Question',
          values: [
            { id: 'keep', label: 'Should the toll on the Long Bridge stay as it is, or should it go?' },
            {
              id: 'fair',
              label:
                'Do you find the toll on the Long Bridge fair or unfair to those who live on the other bank?',
            },
          ],
        },
        {
          id: 'age',
          kind: 'subgroup',
          label: 'Age',
          default: 'all',
          values: [
            { id: 'all', label: 'all ages' },
            { id: 'young', label: '16 to 29', definition: 'At the last birthday.' },
          ],
        },
        {
          id: 'answer',
          kind: 'answer',
          label: 'Answer',
          values: [
            { id: 'stay', label: 'stay' },
            { id: 'go', label: 'go' },
            { id: 'fair', label: 'fair' },
          ],
        },
      ],
    },
  ],
};

type PollBody = typeof POLL;

/** The topic with another first measure. */
export const pollWith = (measure: object): object => ({
  ...POLL,
  measures: [{ ...POLL.measures[0], ...measure }],
});

/** The topic with the dimension of this id otherwise. */
export const pollDimension = (id: string, change: object): object =>
  pollWith({
    dimensions: (POLL.measures[0] as PollBody['measures'][number]).dimensions.map((each) =>
      each.id === id ? { ...each, ...change } : each,
    ),
  });

export const INSTITUTES = ['institute-k', 'institute-l'].map((id) => ({
  id,
  name: `Institute ${id.slice(-1).toUpperCase()}`,
  kind: 'institution',
}));

/** What an editor posts of one cell of an institute's table. */
export const cell = (percent: number, dimensions: object, fields: object = {}) => ({
  topic: POLL.slug,
  measure: 'toll',
  dimensions: { question: 'keep', ...dimensions } as Record<string, string>,
  source: 'institute-k',
  stance: 'states',
  value: { kind: 'share', point: percent / 100, stated: `${percent} %`, of: 'residents' },
  said: '2025-03-05',
  evidence: [{ url: 'https://paper.example/toll', outlet: 'The Paper' }],
  ...fields,
});

/** The log that opens the topic. */
export const POLL_FRAME: Entry[] = [
  { kind: 'topic', topic: Topic.parse(POLL) } satisfies Action,
  ...INSTITUTES.map((source): Action => ({ kind: 'source', source: Source.parse(source) })),
].map((action) => ({ revision: 1, recorded: '2025-03-01T12:00:00.000Z', batch: null, action }));
