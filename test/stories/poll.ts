// The approval of a prime minister: questions, answers and subgroups; samples and field days; figures from tables.
import { evidence, type Story } from './story.ts';

const QUESTION = 'Do you approve of the way the prime minister runs the country?';
const OTHER_QUESTION = 'How good a job is the prime minister doing?';

interface Poll {
  source: string;
  published: string;
  method: object;
}
const P: Poll = {
  source: 'tessel-p',
  published: '2025-02-11',
  method: {
    sampleSize: 1511,
    margin: 0.025,
    level: 0.95,
    fieldFrom: '2025-02-06',
    fieldTo: '2025-02-09',
    mode: 'online',
    sponsor: 'The Morning T',
    denominator: 'adults',
  },
};
const Q: Poll = {
  source: 'tessel-q',
  published: '2025-02-11',
  method: {
    sampleSize: 902,
    margin: 0.033,
    level: 0.95,
    fieldFrom: '2025-02-08',
    fieldTo: '2025-02-09',
    mode: 'telephone',
    denominator: 'registered voters',
  },
};
const R: Poll = {
  source: 'tessel-r',
  published: '2025-02-12',
  method: {
    sampleSize: 2204,
    fieldFrom: '2025-02-03',
    fieldTo: '2025-02-10',
    mode: 'face-to-face',
    denominator: 'adults',
  },
};

const answer = ({ source, published, method }: Poll, dimensions: object, share: number) => ({
  measure: 'approval',
  dimensions,
  source,
  published,
  said: published,
  value: { kind: 'share', point: share, stated: null, of: 'those asked' },
  method,
  basis: 'own count',
  evidence: evidence('Tessel tables', published),
});

export const poll: Story = {
  slug: 'tessel-approval',
  metrics: [
    {
      id: 'approval',
      label: 'Approval',
      definition: 'Those who gave an answer, as a part of all who were asked.',
      quantity: 'share',
      unit: 'share',
    },
  ],
  sources: [
    { id: 'tessel-p', name: 'Pollster P', kind: 'company' },
    { id: 'tessel-q', name: 'Pollster Q', kind: 'company' },
    { id: 'tessel-r', name: 'Pollster R', kind: 'company' },
  ],
  topic: {
    title: 'Who approves of Tessel’s prime minister?',
    summary: 'What each pollster found in February, by question, answer and group.',
    lead: 'approval',
    families: [{ id: 'approval', label: 'Approval' }],
    measures: [
      {
        id: 'approval',
        family: 'approval',
        metric: 'approval',
        population: 'people of Tessel',
        counting: 'point',
        label: 'Approval',
        dimensions: [
          {
            id: 'question',
            kind: 'question',
            label: 'Question',
            default: 'approve',
            values: [
              { id: 'approve', label: QUESTION },
              { id: 'how-good', label: OTHER_QUESTION },
            ],
          },
          {
            id: 'answer',
            kind: 'answer',
            label: 'Answer',
            values: [
              { id: 'approve', label: 'Approve' },
              { id: 'disapprove', label: 'Disapprove' },
              { id: 'unsure', label: 'Do not know' },
              { id: 'very-good', label: 'Very good' },
              { id: 'fairly-good', label: 'Fairly good' },
            ],
          },
          {
            id: 'sex',
            kind: 'subgroup',
            label: 'Among',
            default: 'all',
            values: [
              { id: 'all', label: 'All' },
              { id: 'women', label: 'Women' },
              { id: 'men', label: 'Men' },
            ],
          },
        ],
      },
    ],
  },
  claims: [
    answer(P, { answer: 'approve' }, 0.42),
    answer(P, { answer: 'disapprove' }, 0.52),
    answer(P, { answer: 'unsure' }, 0.06),
    answer(P, { answer: 'approve', sex: 'women' }, 0.47),
    answer(P, { answer: 'disapprove', sex: 'women' }, 0.46),
    answer(P, { answer: 'approve', sex: 'men' }, 0.37),
    answer(P, { answer: 'disapprove', sex: 'men' }, 0.58),
    answer(Q, { answer: 'approve' }, 0.39),
    answer(Q, { answer: 'disapprove' }, 0.55),
    answer(R, { question: 'how-good', answer: 'very-good' }, 0.11),
    answer(R, { question: 'how-good', answer: 'fairly-good' }, 0.29),
  ],
};
