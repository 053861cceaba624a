/** Writes of metrics and units: stored whole under the next revision, then carried into the log of each topic that holds them. */

import type { Verdict } from '../../domain/problem.ts';
import type { Metric } from '../../domain/record/metric.ts';
import type { Unit } from '../../domain/record/unit.ts';
import {
  type CodebookWrite,
  readCodebook,
  type StoredCodebook,
  storeCodebook,
} from '../../store/codebook.ts';
import { readUses, topicsBehind } from '../../store/codebook-uses.ts';
import { type Kept, keepAnswer, readAnswer } from '../../store/idempotency.ts';
import { admitMetrics, admitUnits, type CodebookContext } from '../../validation/codebook-entry.ts';
import { admit } from '../../validation/verdict.ts';
import { type RecordOrder, type WriteDeps, type Written, writeRecord } from './record-writes.ts';

/** What is admitted: all that was sent, and of it what does not stand so already. */
interface Admitted {
  sent: readonly (Metric | Unit)[];
  metrics: readonly Metric[];
  units: readonly Unit[];
}

/** Adds metrics, or changes their words, or gives a definition its next version. */
export const postMetrics = (deps: WriteDeps, order: RecordOrder): Promise<Written> =>
  postCodebook(deps, order, (context) => {
    const verdict = admitMetrics(order.body, context);
    if (!verdict.ok) return verdict;
    const { definitions } = context.codebook;
    const metrics = verdict.value.filter((metric) => !isHeld(metric, definitions.get(metric.id)?.at(-1)));
    return admit({ sent: verdict.value, metrics, units: [] });
  });

/** Adds units, or changes their words. */
export const postUnits = (deps: WriteDeps, order: RecordOrder): Promise<Written> =>
  postCodebook(deps, order, (context) => {
    const verdict = admitUnits(order.body, context);
    if (!verdict.ok) return verdict;
    const units = verdict.value.filter((unit) => !isHeld(unit, context.codebook.units.get(unit.id)));
    return admit({ sent: verdict.value, metrics: [], units });
  });

const isHeld = (sent: Metric | Unit, held: Metric | Unit | undefined): boolean =>
  JSON.stringify(sent) === JSON.stringify(held);

/** Of any number of writers who race, one wins each round: this many may come at once. */
const ATTEMPTS = 50;

async function postCodebook(
  deps: WriteDeps,
  order: RecordOrder,
  decide: (context: CodebookContext) => Verdict<Admitted>,
): Promise<Written> {
  const written = await storeNext(deps, order, decide);
  // Also after an answer that was kept: whoever gave it may have ended before it was carried.
  if (written.kind === 'written' || written.kind === 'replayed') await carryCodebook(deps, order.actor);
  return written;
}

/** Begins again when another writer took the revision. Throws after 50 lost races. */
async function storeNext(
  { db, now }: WriteDeps,
  { body, actor, idempotency }: RecordOrder,
  decide: (context: CodebookContext) => Verdict<Admitted>,
): Promise<Written> {
  for (let attempt = 1; ; attempt++) {
    const kept = idempotency && (await readAnswer(db, idempotency));
    if (kept === 'key reused') return { kind: 'key reused' };
    if (kept) return { kind: 'replayed', answer: kept };
    const [codebook, isUsed] = await Promise.all([readCodebook(db), readUses(db)]);
    const verdict = decide({ codebook, isUsed });
    if (!verdict.ok) return { kind: 'refused', problems: verdict.problems };
    const answer = answerOf(body, verdict.value);
    const at = now();
    const statements = storing(db, codebook, { ...verdict.value, at, actor });
    if (idempotency) statements.push(keepAnswer(db, idempotency, answer, at));
    if (statements.length === 0) return { kind: 'written', answer };
    try {
      await db.batch(statements);
      return { kind: 'written', answer };
    } catch (cause) {
      if (
        !/UNIQUE constraint failed: (codebook_log|idempotency)\b/.test(String(cause)) ||
        attempt === ATTEMPTS
      )
        throw cause;
    }
  }
}

function storing(
  db: D1Database,
  { revision }: StoredCodebook,
  { metrics, units, at, actor }: Omit<CodebookWrite, 'revision'>,
): D1PreparedStatement[] {
  if (metrics.length + units.length === 0) return [];
  return storeCodebook(db, { revision: revision + 1, at, actor, metrics, units });
}

/** As it was sent: one, or a list. */
function answerOf(body: unknown, { sent }: Admitted): Kept {
  const several = typeof body === 'object' && body !== null && 'items' in body;
  return { status: 201, body: JSON.stringify(several ? { items: sent } : sent[0]) };
}

/** The codebook as it stands, in the log of each topic that holds it otherwise or not yet. */
export async function carryCodebook({ db, now }: WriteDeps, actor: string): Promise<void> {
  for (const topic of await topicsBehind(db)) {
    await writeRecord(db, { actor, idempotency: null, topic, now: now() }, () =>
      admit({ actions: [], answer: () => ({ status: 200, body: '{}' }) }),
    );
  }
}
