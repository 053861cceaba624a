/** The mail that a reader of every topic would get now, for an editor to look at before it is sent. */

import type { Cadence } from '../../domain/digest/cadence.ts';
import type { Mail } from '../../domain/digest/mail.ts';
import { digestHtml } from '../../mails/digest-mail.tsx';
import { type DigestLinks, digestText } from '../../mails/digest-text.ts';
import type { DigestView, LeftOut } from '../../projections/digest.ts';
import { topicsSince } from '../../store/digest-content.ts';
import type { Deps } from '../deps.ts';
import { drawWithout, fitted } from './draw-mail.ts';
import { makeContent } from './frozen-content.ts';
import { contentFor } from './reader-content.ts';

/** Topics looked at, those that changed last. */
const TOPICS = 100;

/** A reader as an editor makes them up. */
export interface DigestSample {
  /** Null for a reader's first digest. */
  since: string | null;
  cadence: Cadence;
  lang: string;
}

/** One who gets the draft; without a first digest that is known, all is taken for sent that may have been. */
export type DraftReader = DigestSample & { first?: string | null; topics?: string[] | '*' };

export interface DigestDraft {
  subject: string;
  html: string;
  text: string;
  /** Topics that could not be drawn. */
  leftOut: LeftOut[];
}

export async function draftDigest(
  { db, now: clock }: Pick<Deps, 'db' | 'now'>,
  { since, first = null, cadence, lang, topics: wanted = '*' }: DraftReader,
  origin: string,
): Promise<DigestDraft | 'nothing changed'> {
  const now = clock();
  const topics = await topicsSince(db, since, TOPICS);
  const cursors = since === null ? [] : [since];
  const parts = await makeContent(db, {
    name: 'A draft',
    topics,
    cursorsOf: () => cursors,
    until: null,
    past: false,
    cadence,
    now,
  });
  const content = await contentFor(
    db,
    { knownAt: now },
    { topics: wanted, since, first },
    new Map(parts.map(({ part, body }) => [part, body])),
  );
  const links: DigestLinks = {
    origin,
    unsubscribe: `${origin}/u/EACH-READER-HAS-THEIR-OWN`,
    preferences: `${origin}/subscriptions/EACH-READER-HAS-THEIR-OWN`,
    archive: `${origin}/digests/EACH-READER-HAS-THEIR-OWN`,
    rest: null,
  };
  const write = (view: DigestView): Mail => ({
    to: 'each.reader@reader.invalid',
    from: 'digest@by-source.invalid',
    subject: view.subject,
    html: digestHtml(view, links, lang),
    text: digestText(view, links, lang),
    headers: {},
  });
  const drawn = drawWithout(
    { topics: wanted, cursor: since, lang, stillQuiet: false, cadence },
    content,
    (view) => fitted(view, write, 'transactional'),
  );
  if ('skip' in drawn) return drawn.skip;
  const { subject, html, text } = drawn.made;
  return { subject, html, text, leftOut: [...content.leftOut, ...drawn.found] };
}
