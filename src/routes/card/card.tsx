/** The summary card alone: as a page, as SVG, and as the PNG that social previews show. */
import { Hono } from 'hono';
import { PanelView } from '../../../widget/view/panel.tsx';
import type { Deps } from '../../app/deps.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { SLUG } from '../../http/paths.ts';
import { notShown } from '../../http/problem.ts';
import { renderPage } from '../../layout/page.tsx';
import { dayWords } from '../../projections/locale.ts';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import type { TopicView } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { drawPng, drawSvg, fittingPanel, PICTURE_NOTES } from './picture.tsx';

/** As many as a widget shows. */
const ROWS = 8;

export function cardRoutes(deps: Pick<Deps, 'db' | 'readAsset'>): Hono {
  const routes = new Hono();

  /** GET /card/:slug, with the topic's own parameters */
  routes.get(`/card/${SLUG}`, async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const slug = c.req.param('slug');
    const found = await readTopic(deps, slug, searchParams);
    if (found.kind !== 'view') return notShown(found);
    const body = cardPage(found.view, origin, searchParams.size > 0);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: [`topic:${slug}`] });
  });

  /** GET /card/:slug.svg, /card/:slug.png, with the topic's own parameters */
  routes.get('/card/:file{[^/.]+\\.(?:svg|png)}', async (c) => {
    const [slug = '', form] = c.req.param('file').split('.');
    const found = await readTopic(deps, slug, new URL(c.req.url).searchParams);
    if (found.kind !== 'view') return notShown(found);
    const tags = [`topic:${slug}`];
    const { updatedAt, language } = found.view.topic;
    const record = wordsOf(language).topicPage.asOf(dayWords(updatedAt, language));
    const svg = drawSvg(picturePanel(found.view, record), record, found.view.lang);
    if (form === 'svg') return answer(c.req.raw, { body: svg, type: 'image/svg+xml; charset=utf-8', tags });
    return answer(c.req.raw, {
      body: (await drawPng(svg, deps.readAsset)) as Uint8Array<ArrayBuffer>,
      type: 'image/png',
      tags,
    });
  });

  return routes;
}

const picturePanel = (view: TopicView, record: string) =>
  fittingPanel((limit) => toPanel(view, { family: null, limit, notes: PICTURE_NOTES }), record, view.lang);

function cardPage(view: TopicView, origin: string, unlisted: boolean): string {
  const { slug, title, summary } = view.topic;
  const panel = toPanel(view, { family: null, limit: ROWS, notes: BRIEF_NOTES });
  const head = {
    title: wordsOf(view.lang).frame.eachSource(title),
    description: summary,
    path: `/card/${slug}`,
    origin,
    image: `/card/${slug}.png`,
    unlisted,
    lang: view.lang,
  };
  return renderPage(
    head,
    <div class="card">
      <article class="panel">
        <PanelView panel={panel} />
      </article>
    </div>,
  );
}
