/** Makes digests: what a run froze, as one reader's mail. The same run and reader always give the same bytes. */
import { senderAddress } from '../../domain/address.ts';
import type { Compose, DigestMaker } from '../../domain/digest/digest-run.ts';
import type { Mail } from '../../domain/digest/mail.ts';
import { digestHtml } from '../../mails/digest-mail.tsx';
import { type DigestLinks, digestText } from '../../mails/digest-text.ts';
import { signLink } from '../../platform/link-token.ts';
import type { DigestView } from '../../projections/digest.ts';
import { keepLeftOut } from '../../store/digest-content.ts';
import { unsubscribePath } from '../readers/subscription-links.ts';
import { drawWithout, fitted } from './draw-mail.ts';
import { freezeContent } from './frozen-content.ts';
import { contentFor } from './reader-content.ts';

export interface MakerDeps {
  db: D1Database;
  /** The site's own address, without a slash at the end. */
  origin: string;
  linkSecret: string;
  /** An address, or `Name <address>`. */
  mailFrom: string;
}

export function digestMaker(deps: MakerDeps): DigestMaker {
  return { freeze: (run) => freezeContent(deps.db, run), compose: composeFor(deps) };
}

function composeFor(deps: MakerDeps): Compose {
  return async (run, reader, content) => {
    if (reader.topics !== '*' && reader.topics.length === 0) return { skip: 'no topics' };
    const { since: cursor, topics, lang, stillQuiet } = reader;
    const known = await contentFor(deps.db, run, reader, content);
    const links = await linksOf(deps, run, reader.id);
    const host = new URL(deps.origin).hostname;
    const mailto = `mailto:${senderAddress(deps.mailFrom)}?subject=unsubscribe%20${links.unsubscribe.split('/').at(-1)}`;
    const write = (view: DigestView): Mail => ({
      to: reader.email,
      from: deps.mailFrom,
      subject: view.subject,
      html: digestHtml(view, links, lang),
      text: digestText(view, links, lang),
      headers: {
        'List-Unsubscribe': `<${links.unsubscribe}>, <${mailto}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': `By Source digest <digest.${host}>`,
        Precedence: 'bulk',
        'Archived-At': `<${links.archive}>`,
        'Content-Language': lang,
      },
    });
    const asked = { cursor, topics, lang, stillQuiet, cadence: run.cadence };
    const drawn = drawWithout(asked, known, (view) => fitted(view, write));
    if ('skip' in drawn) return drawn;
    // For the desk; the same for every reader of the topic.
    await keepLeftOut(deps.db, run.id, drawn.found);
    return drawn.made;
  };
}

/** Seconds for which a mail's own links hold: as long as anyone may still find it. */
const ARCHIVE_HOLDS = 5 * 365 * 86_400;

/** Whoever has the mail may see its page; nothing on it names the reader. */
async function linksOf(
  { origin, linkSecret }: MakerDeps,
  run: { id: string; knownAt: string },
  reader: string,
): Promise<DigestLinks> {
  const expires = Math.floor(Date.parse(run.knownAt) / 1_000) + ARCHIVE_HOLDS;
  const link = { subject: `${run.id}/${reader}`, expires, nonce: 'd' };
  const unsubscribe = origin + (await unsubscribePath({ linkSecret }, reader, run.knownAt));
  const archive = `${origin}/digests/${await signLink(linkSecret, 'digest', link)}`;
  return { origin, unsubscribe, preferences: `${unsubscribe}#choices`, archive, rest: archive };
}
