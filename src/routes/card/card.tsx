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
import { drawPng, drawSvg, PICTURE_NOTES, PICTURE_ROWS } from './picture.tsx';

/** Rows of the lead family on the card, and of each other family. */
const LEAD_ROWS = 12;
const OTHER_ROWS = 3;

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
    const svg = drawSvg(
      picturePanel(found.view),
      wordsOf(language).topicPage.asOf(dayWords(updatedAt, language)),
      found.view.lang,
    );
    if (form === 'svg') return answer(c.req.raw, { body: svg, type: 'image/svg+xml; charset=utf-8', tags });
    return answer(c.req.raw, {
      body: (await drawPng(svg, deps.readAsset)) as Uint8Array<ArrayBuffer>,
      type: 'image/png',
      tags,
    });
  });

  return routes;
}

const picturePanel = (view: TopicView) =>
  toPanel(view, { families: [view.topic.lead], limit: PICTURE_ROWS, others: 0, notes: PICTURE_NOTES });

/** The lead family first, then each other family's newest: separate measures, never one total. */
function cardPage(view: TopicView, origin: string, unlisted: boolean): string {
  const { slug, title, summary, lead } = view.topic;
  const families = [lead, ...view.families.map((family) => family.id).filter((id) => id !== lead)];
  const panel = toPanel(view, { families, limit: LEAD_ROWS, others: OTHER_ROWS, notes: BRIEF_NOTES });
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
