/** oEmbed 1.0 (oembed.com): a topic's address becomes a frame that any filter lets through. */

import { Hono } from 'hono';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Deps } from '../../app/deps.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, JSON_TYPE } from '../../http/answer.ts';
import { problem, refused } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import { familyOf } from '../../projections/panel-combinations.ts';
import { frameHeight } from '../../projections/panel-height.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { type Oembed, toOembedXml } from './oembed-xml.ts';

const WIDTH = 640;
const ROWS = 8;
/** What consumers of WordPress's kind allow a frame, in pixels. */
const TALLEST = 1_000;
const SHORTEST = 200;

export function oembedRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /oembed?url=&maxwidth=&maxheight=&format=json|xml&quote=no */
  routes.get('/oembed', async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const words = problemWords(c.req.raw);
    const format = searchParams.get('format') || 'json';
    if (format !== 'json' && format !== 'xml') return problem('not-implemented', words.format(format));
    const [maxWidth, maxHeight] = ['maxwidth', 'maxheight'].map((name) => pixels(searchParams.get(name)));
    if (maxWidth === null || maxHeight === null) {
      return refused('bad-request', [{ path: 'maxwidth', message: words.pixels }]);
    }
    const page = pageOf(searchParams.get('url'), origin);
    if (page === null) return problem('not-found', words.address);
    const found = await readTopic(deps, page.slug, page.params);
    if (found.kind !== 'view') return problem('not-found', words.foreignTopic);
    const { topic } = found.view;
    const width = Math.min(WIDTH, maxWidth ?? WIDTH);
    const family = familyOf(found.view, page.params.get('measure'));
    const panel = toPanel(found.view, { family, limit: ROWS, notes: BRIEF_NOTES });
    const natural = Math.max(SHORTEST, Math.min(TALLEST, frameHeight(panel, width)));
    const body: Oembed = {
      version: '1.0',
      type: 'rich',
      title: wordsOf(found.view.lang).frame.eachSource(topic.title),
      provider_name: wordsOf(found.view.lang).frame.site,
      provider_url: origin,
      cache_age: 3_600,
      width,
      height: Math.min(natural, maxHeight ?? natural),
      html: '',
      thumbnail_url: `${origin}/card/${topic.slug}.png`,
      thumbnail_width: 1_200,
      thumbnail_height: 630,
    };
    body.html = htmlOf(body, origin, topic.slug, page.params, searchParams.get('quote') !== 'no');
    const tags = [`topic:${topic.slug}`];
    return format === 'json'
      ? answer(c.req.raw, { body: JSON.stringify(body), type: JSON_TYPE, tags })
      : answer(c.req.raw, { body: toOembedXml(body), type: 'text/xml; charset=utf-8', tags });
  });

  return routes;
}

/**
 * A quotation that links the topic, then a frame: what remains when scripts and styles are filtered out. A consumer
 * that shows both (WordPress, from a provider that its site has registered) asks for no quotation.
 */
function htmlOf(
  { title, width, height }: Oembed,
  origin: string,
  slug: string,
  params: URLSearchParams,
  quoted: boolean,
): string {
  const query = params.size > 0 ? `?${params}` : '';
  const link = h('blockquote', null, h('a', { href: `${origin}/t/${slug}${query}` }, title));
  const frame = h('iframe', {
    src: `${origin}/embed/${slug}${query}`,
    title,
    width,
    height,
    frameborder: '0',
    marginwidth: '0',
    marginheight: '0',
    scrolling: 'auto',
    // Where nothing filters it: a column may be narrower than it said.
    style: 'max-width: 100%',
  } as Record<string, unknown>);
  return (quoted ? renderToString(link) : '') + renderToString(frame);
}

/** The slug and the pinned parameters of one of our own addresses, or null. */
function pageOf(text: string | null, origin: string): { slug: string; params: URLSearchParams } | null {
  const url = text === null ? null : URL.parse(text);
  const match = url && /^\/(?:t|card|embed)\/([a-z0-9-]+)\/*$/.exec(url.pathname);
  if (!url || !match || url.origin !== origin) return null;
  const params = new URLSearchParams();
  for (const name of ['known_at', 'said_by', 'scheme', 'measure', 'lang']) {
    const value = url.searchParams.get(name);
    if (value) params.set(name, value);
  }
  return { slug: match[1] as string, params };
}

/** Whole pixels; undefined when not asked for, null when it is no number. */
function pixels(text: string | null): number | undefined | null {
  if (text === null || text === '') return undefined;
  return /^\d{1,5}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
