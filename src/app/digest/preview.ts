/** What the reader whose digest is due next would get now; a new reader's first digest where nobody waits. */

import { USUAL_CADENCE } from '../../domain/digest/cadence.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { nextInLine } from '../../store/digest-content.ts';
import type { Deps } from '../deps.ts';
import { draftDigest } from './digest-draft.ts';

export interface DigestPreview {
  subject: string;
  html: string;
  text: string;
  /** For whom: "a new reader", or "the reader whose digest is due next". */
  reader: string;
}

export async function previewDigest(
  deps: Pick<Deps, 'db' | 'now'>,
  origin: string,
): Promise<DigestPreview | 'nothing changed'> {
  const reader = await nextInLine(deps.db);
  const sample = reader ?? {
    since: null,
    cadence: USUAL_CADENCE,
    lang: DEFAULT_LANGUAGE,
    topics: '*' as const,
  };
  const draft = await draftDigest(deps, sample, origin);
  if (draft === 'nothing changed') return draft;
  const { subject, html, text } = draft;
  return { subject, html, text, reader: reader ? 'the reader whose digest is due next' : 'a new reader' };
}
