/** Changes in words: old to new, who and where, the same for API, pages, feeds and mail. */

import { DEFAULT_SCHEME } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import type { Change } from '../domain/record/change.ts';
import { restsOnScheme } from '../domain/record/movement.ts';
import type { ClaimState, TopicRecord } from '../domain/record/record.ts';
import { addedWords } from './added-words.ts';
import { apartWords } from './correction-words.ts';
import { readingWords } from './reading-words.ts';
import { nameOf, saidWords, statementWords } from './wording.ts';

export interface ChangeView {
  id: string;
  at: string;
  kind: Change['kind'];
  /** The claim it is about; null for an import. Missing from changes recorded by earlier releases. */
  claim?: string | null;
  topic: string;
  source: string | null;
  name: string | null;
  measure: string | null;
  label: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  late: boolean;
  /** The claim whose place it took, if any. */
  replaced?: string | null;
  /** What became of it since; missing while it stands. */
  standing?: 'corrected' | 'voided' | 'retracted';
  /** The whole change in one line. */
  text: string;
}

export function toChangeView(change: Change, record: TopicRecord, lang: string): ChangeView {
  const words = (state: ClaimState | null) => state && claimText(state, record, lang);
  const [was, now] = [change.before, change.after];
  const isTold = was?.standing !== 'withheld' && now?.standing !== 'withheld';
  const [before, after] =
    was && now && isTold ? apartWords(was.claim, now.claim, { record, lang }) : [words(was), words(now)];
  const name = change.source === null ? null : nameOf(record, change.source);
  const read = (state: ClaimState | null, text: string | null) =>
    text === null || !isMovement(change) ? text : withReading(state, text, lang);
  const label = record.topic.measures.find((measure) => measure.id === change.measure)?.label ?? null;
  const { id, at, kind, claim, source, measure, reason, late } = change;
  return {
    id,
    at,
    kind,
    claim,
    topic: record.topic.slug,
    source,
    name,
    measure,
    label,
    before,
    after,
    reason,
    late,
    replaced: change.before !== null && change.before.claim.id !== claim ? change.before.claim.id : null,
    text: lineOf(change, name, read(was, before), read(now, after), lang),
  };
}

/** Raised, lowered, widened or narrowed where a number of ours decided it. */
const isMovement = ({ kind, before, after }: Change): boolean =>
  MOVEMENTS.has(kind) && restsOnScheme(before?.claim.value ?? null, after?.claim.value ?? null);

const MOVEMENTS: ReadonlySet<Change['kind']> = new Set(['raised', 'lowered', 'widened', 'narrowed']);

/** A vague word with the scheme that read it: “dozens” (By Source reads 24–99). */
function withReading(state: ClaimState | null, text: string, lang: string): string {
  const value = state?.claim.value;
  return value && isVague(value) ? `${text} (${readingWords(value, DEFAULT_SCHEME, lang)})` : text;
}

function claimText({ claim, standing }: ClaimState, record: TopicRecord, lang: string): string {
  if (standing === 'withheld') return 'withheld';
  return statementWords(claim, { record, lang });
}

function lineOf(
  { kind, reason, count, added, after: state }: Change,
  name: string | null,
  before: string | null,
  after: string | null,
  lang: string,
): string {
  if (kind === 'import') return `${count} ${count === 1 ? 'statement' : 'statements'} added together`;
  const who = `${name}: `;
  switch (kind) {
    case 'corrected':
      if (before === after) return `${who}${after ?? ''}, corrected by us. ${reason ?? ''}`;
      return `${who}${after ?? ''}, which we had as ${before ?? ''}. ${reason ?? ''}`;
    case 'voided':
      return `${who}${before ?? ''} was never said. ${reason ?? ''}`;
    case 'retracted':
      // After several amendments a reader may have been shown another form than the one withdrawn.
      return after === null
        ? `${who}withdrew ${before ?? ''}. ${reason ?? ''}`
        : `${who}withdrew ${after}, which we had as ${before ?? ''}. ${reason ?? ''}`;
    case 'withheld':
      return `${who}a statement is withheld. ${reason ?? ''}`;
    case 'evidence added':
      return `${who}${after ?? ''}, ${addedWords(added)}`;
    case 'added from earlier':
      return `${who}${after ?? ''} (${state ? saidWords(state, lang) : ''}), added from earlier`;
    case 'stance changed':
    case 'first figure':
      return before ? `${who}${after ?? ''}; before: ${before}` : `${who}${after ?? ''}`;
    default:
      return before && before !== after ? `${who}${after ?? ''}, was ${before}` : `${who}${after ?? ''}`;
  }
}
