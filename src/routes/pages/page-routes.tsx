/** The standing pages: method, corrections, about. */
import { Hono } from 'hono';
import type { ComponentChildren } from 'preact';
import type { Deps } from '../../app/deps.ts';
import { readAmendments, readMetrics } from '../../app/record/read-listing.ts';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { languageOf } from '../../layout/language.ts';
import { renderPage } from '../../layout/page.tsx';
import { wordsOf } from '../../projections/words/words.ts';
import { About } from './about.tsx';
import { Corrections } from './corrections.tsx';
import { Method } from './method.tsx';

export function pageRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /method?lang= */
  routes.get('/method', async (c) => {
    const lang = languageOf(c.req.raw);
    const metrics = await readMetrics(deps);
    // Editors may have translated a metric into a language that we do not speak.
    const asked = new URL(c.req.url).searchParams.get('lang') ?? lang;
    return show(c.req.raw, wordsOf(lang).method, <Method lang={lang} codebook={{ metrics, lang: asked }} />);
  });

  /** GET /corrections?lang= */
  routes.get('/corrections', async (c) => {
    const lang = languageOf(c.req.raw);
    const amendments = await readAmendments(deps);
    const { corrections } = wordsOf(lang).standing;
    return show(c.req.raw, corrections, <Corrections amendments={amendments} lang={lang} />);
  });

  /** GET /about?lang= */
  routes.get('/about', (c) => {
    const lang = languageOf(c.req.raw);
    return show(c.req.raw, wordsOf(lang).standing.about, <About lang={lang} />);
  });

  return routes;
}

function show(
  request: Request,
  { title, description }: { title: string; description: string },
  body: ComponentChildren,
): Promise<Response> {
  const { pathname: path, origin } = new URL(request.url);
  const lang = languageOf(request);
  const head = { title: wordsOf(lang).frame.onSite(title), description, path, origin, lang };
  return answer(request, { body: renderPage(head, body), type: HTML_TYPE });
}
