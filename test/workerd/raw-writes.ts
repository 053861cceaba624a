// Writes past the doors: whatever an earlier release let in, or a restored backup brought, may stand in a log.
import { env } from 'cloudflare:workers';
import { writeRecord } from '../../src/app/record/record-writes.ts';
import { type Claim, ClaimFields } from '../../src/domain/record/claim.ts';
import type { Action } from '../../src/domain/record/entry.ts';
import { Source } from '../../src/domain/record/source.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { claimBody, topicOf } from './flood.ts';

/** Appends actions to a topic's log as they are. */
export async function writeRaw(topic: string, actions: Action[]): Promise<void> {
  const now = new Date().toISOString();
  const outcome = await writeRecord(env.DB, { topic, actor: 'a test', now, idempotency: null }, () => ({
    ok: true,
    value: { actions, answer: () => ({ status: 200, body: '{}' }) },
  }));
  if (outcome.kind !== 'written') throw new Error(`The actions were not written: ${outcome.kind}.`);
}

/** A topic whose texts are these. */
export const rawTopic = (slug: string, text: string): Action => {
  const topic = Topic.parse(topicOf(slug));
  const measures = topic.measures.map((measure) => ({ ...measure, label: text }));
  const families = topic.families.map((family) => ({ ...family, label: text }));
  return { kind: 'topic', topic: { ...topic, title: text, summary: text, measures, families } };
};

export const rawSource = (id: string, name: string): Action => ({
  kind: 'source',
  source: { ...Source.parse({ id, name: 'A voice', kind: 'institution' }), name },
});

/** A claim of the small flood with other fields, unchecked. */
export const rawClaim = (slug: string, id: string, fields: Partial<Claim>, body: object = {}): Claim => ({
  ...ClaimFields.parse(claimBody(slug, 300, body)),
  id,
  ...fields,
});

export const recorded = (claim: Claim): Action => ({ kind: 'claim', claim, warnings: [] });
