/** Makes digests: what a run froze, as one reader's mail. The same run and reader always give the same bytes. */
import type { Compose, DigestMaker, FrozenContent, RunReader } from '../../domain/digest-run.ts';
import { signLink } from '../../edge/link-token.ts';
import { digestHtml } from '../../faces/digest/digest-mail.tsx';
import { type DigestLinks, digestText } from '../../faces/digest/digest-text.ts';
import { type DigestContent, type DigestTopicContent, type DigestView, toDigest } from '../../read/digest.ts';
import type { MostCommented } from '../../read/most-commented.ts';
import { unsubscribePath } from '../subscription-links.ts';
import { freezeContent, MOST_COMMENTED } from './frozen-content.ts';

export interface MakerMeans {
  db: D1Database;
  /** The site's own address, without a slash at the end. */
  origin: string;
  linkSecret: string;
  /** An address, or `Name <address>`. */
  mailFrom: string;
}

export function digestMaker(means: MakerMeans): DigestMaker {
  return { freeze: (run) => freezeContent(means.db, run), compose: composeFor(means) };
}

function composeFor(means: MakerMeans): Compose {
  return async (run, reader, content) => {
    if (reader.topics !== '*' && reader.topics.length === 0) return { skip: 'no topics' };
    const view = digestView(run, reader, content);
    if ('skip' in view) return view;
    const links = await linksOf(means, run, reader.id);
    const host = new URL(means.origin).hostname;
    const mailto = `mailto:${addressOf(means.mailFrom)}?subject=unsubscribe%20${links.unsubscribe.split('/').at(-1)}`;
    return {
      to: reader.email,
      from: means.mailFrom,
      subject: view.subject,
      html: digestHtml(view, links, reader.lang),
      text: digestText(view, links),
      headers: {
        'List-Unsubscribe': `<${links.unsubscribe}>, <${mailto}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': `By Source digest <digest.${host}>`,
        Precedence: 'bulk',
        'Archived-At': `<${links.archive}>`,
        'Content-Language': reader.lang,
      },
    };
  };
}

/** One reader's digest of a run, for the mail and for the page that keeps it. */
export function digestView(
  run: { cadence: 'daily' | 'weekly'; knownAt: string },
  reader: Pick<RunReader, 'since' | 'topics' | 'lang' | 'stillQuiet'>,
  content: FrozenContent,
): DigestView | { skip: 'nothing changed' } {
  const { since: cursor, topics, lang, stillQuiet } = reader;
  return toDigest(
    { cursor, topics, lang, stillQuiet, cadence: run.cadence },
    contentAt(run.knownAt, content),
  );
}

/** Read into its shape once a run, not once a reader. */
const shaped = new WeakMap<FrozenContent, DigestContent>();

function contentAt(at: string, content: FrozenContent): DigestContent {
  const known = shaped.get(content);
  if (known) return known;
  const topics = [...content].filter(([part]) => part !== MOST_COMMENTED);
  const made = {
    at,
    topics: topics.map(([, body]) => body as DigestTopicContent),
    mostCommented: content.get(MOST_COMMENTED) as MostCommented,
  };
  shaped.set(content, made);
  return made;
}

/** Seconds for which a mail's own links hold: as long as anyone may still find it. */
const ARCHIVE_HOLDS = 5 * 365 * 86_400;

/** Whoever has the mail may see its page; nothing on it names the reader. */
async function linksOf(
  { origin, linkSecret }: MakerMeans,
  run: { id: string; knownAt: string },
  reader: string,
): Promise<DigestLinks> {
  const expires = Math.floor(Date.parse(run.knownAt) / 1_000) + ARCHIVE_HOLDS;
  const link = { subject: `${run.id}/${reader}`, expires, nonce: 'd' };
  const unsubscribe = origin + (await unsubscribePath({ linkSecret }, reader, run.knownAt));
  return {
    origin,
    unsubscribe,
    preferences: `${unsubscribe}#choices`,
    archive: `${origin}/digests/${await signLink(linkSecret, 'digest', link)}`,
  };
}

const addressOf = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;
