/** What the reader whose digest is due next would get now; a new reader's first digest where nobody waits. */
import type { DigestPreview } from '../../routes/api/digest-preview.ts';
import { nextInLine } from '../../store/digest-content.ts';
import { draftDigest } from './digest-draft.ts';

export async function previewDigest(
  db: D1Database,
  now: string,
  origin: string,
): Promise<DigestPreview | 'nothing changed'> {
  const reader = await nextInLine(db);
  const sample = reader ?? { since: null, cadence: 'daily' as const, lang: 'en', topics: '*' as const };
  const draft = await draftDigest(db, sample, { origin, now });
  if (draft === 'nothing changed') return draft;
  const { subject, html, text } = draft;
  return { subject, html, text, reader: reader ? 'the reader whose digest is due next' : 'a new reader' };
}
