/** One write to a topic: log, packed log, views, listing, claims and changes in one batch, or nothing at all. */
import type { Problem, Verdict } from '../domain/problem.ts';
import type { Action, Entry } from '../domain/record/entry.ts';
import { type CodebookUse, usesStatement } from './codebook-uses.ts';
import { type Idempotency, type Kept, keepAnswer, readAnswer } from './idempotency.ts';
import { appendLog, readLog, storeLog } from './log.ts';
import { pack } from './packed.ts';
import type { Projection } from './projection-rows.ts';
import { claimStatements, listingStatements, siteStatements } from './projection-rows.ts';
import { forgetFrozen } from './run-content.ts';
import { type PackedView, storeViews } from './views.ts';
import { redact, redactAnswers, redactChanges, redactLog } from './withholding.ts';

/** Makes all of a topic's projection from its log, of which `before` entries are older than the last write. */
export type Project = (entries: readonly Entry[], before: number) => Projection;

/** What was decided: the actions to record, and what is made of them once they are entries. */
export interface Writing {
  actions: readonly Action[];
  /** The name of the import that brings them, or null. */
  batch: string | null;
  make: (fresh: readonly Entry[]) => MadeAnswer;
}

export interface MadeAnswer {
  /** The answer to give and, with a key, to keep. */
  answer: Kept;
  /** Of a write that records nothing, null. */
  projection: Projection | null;
  /** For a withholding: a recorded change without what was withheld. */
  withoutWithheld?: ((change: unknown) => unknown) | undefined;
  /** What it brings of the codebook into the topic's log, and the revision that the codebook was at. */
  uses: { revision: number; items: readonly CodebookUse[] };
}

export interface WriteOrder {
  topic: string;
  actor: string;
  now: string;
  /** The caller's key and a fingerprint of its request, or null. */
  idempotency: Idempotency | null;
  /** Writes nothing: it is asked again when another writer came first. */
  decide: (entries: readonly Entry[]) => Verdict<Writing> | Promise<Verdict<Writing>>;
}

export type Written =
  | { kind: 'written' | 'replayed'; answer: Kept }
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'key reused' };

/** Of any number of writers who race, one wins each round: this many may come at once. */
const ATTEMPTS = 50;

/** Reads, decides, projects and writes; begins again when another writer took the revision. Throws after 50 lost races. */
export async function writeTopic(db: D1Database, order: WriteOrder): Promise<Written> {
  for (let attempt = 1; ; attempt++) {
    const kept = order.idempotency && (await readAnswer(db, order.idempotency));
    if (kept === 'key reused') return { kind: 'key reused' };
    if (kept) return { kind: 'replayed', answer: kept };
    const entries = await readLog(db, order.topic);
    const decision = await order.decide(entries);
    if (!decision.ok) return { kind: 'refused', problems: decision.problems };
    const { actions, batch, make } = decision.value;
    const revision = (entries.at(-1)?.revision ?? 0) + 1;
    const recorded = after(order.now, entries.at(-1)?.recorded);
    const fresh = actions.map((action): Entry => ({ revision, recorded, batch, action }));
    const made = make(fresh);
    const { answer } = made;
    const statements = await statementsFor(db, order, { entries, fresh, made });
    if (order.idempotency) statements.push(keepAnswer(db, order.idempotency, answer, order.now));
    if (statements.length === 0) return { kind: 'written', answer };
    try {
      await db.batch(statements);
      return { kind: 'written', answer };
    } catch (cause) {
      if (!/UNIQUE constraint failed: (log|idempotency)\b/.test(String(cause)) || attempt === ATTEMPTS)
        throw cause;
    }
  }
}

/** The record's clock neither runs backwards nor stands still, so that an instant names one state of the record. */
function after(now: string, last: string | undefined): string {
  return last === undefined || now > last ? now : new Date(Date.parse(last) + 1).toISOString();
}

async function statementsFor(
  db: D1Database,
  { topic, actor, now }: WriteOrder,
  { entries, fresh, made }: { entries: readonly Entry[]; fresh: readonly Entry[]; made: MadeAnswer },
): Promise<D1PreparedStatement[]> {
  const { projection, withoutWithheld, uses } = made;
  if (projection === null) return [];
  const withheld = new Set(fresh.flatMap(({ action }) => (action.kind === 'withhold' ? [action.id] : [])));
  const all = redact([...entries, ...fresh], withheld);
  const revision = fresh[0]?.revision ?? 0;
  const views = await packViews(projection);
  return [
    ...appendLog(db, topic, actor, fresh),
    ...(withheld.size > 0 ? [...redactLog(db, topic, all, withheld), ...forgetFrozen(db, topic)] : []),
    ...(await storeLog(db, topic, all)),
    ...storeViews(db, topic, revision, projection.shape, views),
    // Before the site's documents are made from them.
    ...(withoutWithheld ? await redactChanges(db, topic, withoutWithheld) : []),
    ...listingStatements(db, topic, revision, now, projection),
    ...(uses.items.length > 0 ? [usesStatement(db, topic, uses.revision, uses.items)] : []),
    ...(withheld.size > 0
      ? redactAnswers(
          db,
          withheld,
          projection.claims.map((claim) => claim.id),
        )
      : []),
  ];
}

async function packViews(made: Projection): Promise<PackedView[]> {
  return Promise.all(made.views.map(async ({ kind, text }) => ({ kind, body: await pack(text) })));
}

/**
 * Makes a topic's views anew from its log, as after a release that projects differently; records nothing, and leaves
 * all as it is when a writer came meanwhile, whose views are newer.
 */
export async function refreshTopic(db: D1Database, topic: string, project: Project): Promise<void> {
  const entries = await readLog(db, topic);
  const revision = entries.at(-1)?.revision ?? 0;
  const last = entries.findIndex((entry) => entry.revision === revision);
  const made = project(entries, last);
  const statements = [
    stillAt(db, topic, revision),
    // An older release packed its entries otherwise.
    ...(await storeLog(db, topic, entries)),
    ...storeViews(db, topic, revision, made.shape, await packViews(made)),
    ...claimStatements(db, topic, made),
    ...siteStatements(db, topic, entries.at(-1)?.recorded ?? '', made),
  ];
  try {
    await db.batch(statements);
  } catch (cause) {
    if (!/malformed JSON/.test(String(cause))) throw cause;
  }
}

/** Fails its batch unless the topic's log still ends at this revision; SQL has no plainer way to fail. */
function stillAt(db: D1Database, topic: string, revision: number): D1PreparedStatement {
  return db
    .prepare(
      "SELECT json(CASE WHEN max(revision) = ?2 THEN '0' ELSE 'moved on' END) FROM log WHERE topic = ?1",
    )
    .bind(topic, revision);
}
