/** The widget's drawing as a page for frames, complete without JavaScript. */
import { Hono } from 'hono';
import manifest from '../../../dist/manifest.json';
import { PanelView } from '../../../widget/view/panel.tsx';
import type { Deps } from '../../app/deps.ts';
import { readTopic } from '../../app/record/read-topic.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { SLUG } from '../../http/paths.ts';
import { notShown, refused } from '../../http/problem.ts';
import { renderFrame } from '../../layout/frame.tsx';
import { problemWords } from '../../layout/language.ts';
import { BRIEF_NOTES, toPanel } from '../../projections/panel.ts';
import { familyOf } from '../../projections/panel-combinations.ts';
import { wordsOf } from '../../projections/words/words.ts';

const USUAL_ROWS = 8;

export function frameRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /embed/:slug?limit=&known_at=&said_by=&scheme=&measure=&dimension=&lang=&theme=&dir= */
  routes.get(`/embed/${SLUG}`, async (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const limit = Number(searchParams.get('limit') || USUAL_ROWS);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      return refused('bad-request', [{ path: 'limit', message: problemWords(c.req.raw).rows }]);
    }
    const found = await readTopic(deps, c.req.param('slug'), searchParams);
    if (found.kind !== 'view') return notShown(found);
    const { topic } = found.view;
    const panel = toPanel(found.view, {
      family: familyOf(found.view, searchParams.get('measure')),
      limit,
      notes: BRIEF_NOTES,
    });
    const frame = {
      title: wordsOf(found.view.lang).frame.eachSource(topic.title),
      lang: searchParams.get('lang') || topic.language,
      dir: searchParams.get('dir'),
      theme: searchParams.get('theme'),
      canonical: origin + topic.url,
      script: `/frame.js?${manifest.frame.hash}`,
    };
    const body = renderFrame(frame, <PanelView panel={panel} base={origin} />);
    return answer(c.req.raw, { body, type: HTML_TYPE, tags: [`topic:${topic.slug}`] });
  });

  return routes;
}
