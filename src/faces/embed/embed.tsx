/** The widget for other sites: its script, and the same drawing as a page for frames. */
import { Hono } from 'hono';
import compressed from '../../../dist/embed.js.br';
import script from '../../../dist/embed.js.txt';
import manifest from '../../../dist/manifest.json';
import { PanelView } from '../../../widget/view/panel.tsx';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { notShown, refused } from '../../http/problem.ts';
import { renderFrame } from '../../layout/frame.tsx';
import { BRIEF_NOTES, toPanel } from '../../read/panel.ts';
import type { TopicAnswer } from '../../read/topic-answer.ts';

export interface EmbedPageReads {
  topic(slug: string, params: URLSearchParams): Promise<TopicAnswer>;
}

const USUAL_ROWS = 8;

export function embedRoutes(reads: EmbedPageReads): Hono {
  const routes = new Hono();

  /** GET /embed.js: the bytes at once, compressed once at the build */
  routes.get('/embed.js', (c) => {
    const type = 'text/javascript; charset=utf-8';
    const { hash } = manifest.embed;
    const takesBrotli = /\bbr\b/.test(acceptedEncodings(c.req.raw));
    return takesBrotli
      ? answer(c.req.raw, {
          body: compressed,
          type,
          etag: `"${hash}-br"`,
          headers: { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' },
        })
      : answer(c.req.raw, { body: script, type, etag: `"${hash}"`, headers: { Vary: 'Accept-Encoding' } });
  });

  /** GET /embed/:slug?limit=&known_at=&said_by=&scheme=&measure=&lang=&theme=&dir= */
  routes.get('/embed/:slug', async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const limit = Number(searchParams.get('limit') || USUAL_ROWS);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      return refused('bad-request', [{ path: 'limit', message: 'Give 1 to 100 rows.' }]);
    }
    const found = await reads.topic(c.req.param('slug'), searchParams);
    if (found.kind !== 'view') return notShown(found);
    const { topic } = found.view;
    const panel = toPanel(found.view, { families: [topic.lead], limit, others: 0, notes: BRIEF_NOTES });
    const frame = {
      title: topic.title,
      lang: searchParams.get('lang') || topic.language,
      dir: searchParams.get('dir'),
      theme: searchParams.get('theme'),
      canonical: origin + topic.url,
    };
    const body = renderFrame(frame, <PanelView panel={panel} base={origin} />);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: [`topic:${topic.slug}`] });
  });

  return routes;
}

/** The platform rewrites `Accept-Encoding` on its way in and keeps the reader's own beside it. */
function acceptedEncodings(request: Request): string {
  const { cf } = request as Request & { cf?: { clientAcceptEncoding?: string } };
  return cf?.clientAcceptEncoding ?? request.headers.get('Accept-Encoding') ?? '';
}
