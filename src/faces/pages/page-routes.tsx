/** The standing pages: method, corrections, about. */
import { Hono } from 'hono';
import type { ComponentChildren } from 'preact';
import { answer, HTML_TYPE } from '../../http/answer.ts';
import { renderPage } from '../../layout/page.tsx';
import type { ChangeView } from '../../read/changes.ts';
import { About } from './about.tsx';
import { Corrections } from './corrections.tsx';
import { Method } from './method.tsx';

export interface PageReads {
  /** The newest amendments as a JSON array of changes. */
  amendments(): Promise<string>;
}

export function pageRoutes(reads: PageReads): Hono {
  const routes = new Hono();

  /** GET /method */
  routes.get('/method', (c) =>
    show(c.req.raw, 'Method', 'How figures are read, dated, compared and ranked.', <Method />),
  );

  /** GET /corrections */
  routes.get('/corrections', async (c) => {
    const amendments = JSON.parse(await reads.amendments()) as ChangeView[];
    return show(
      c.req.raw,
      'Corrections',
      'Every correction, dated.',
      <Corrections amendments={amendments} />,
    );
  });

  /** GET /about */
  routes.get('/about', (c) => show(c.req.raw, 'About', 'Operator, contact, privacy and licence.', <About />));

  return routes;
}

function show(
  request: Request,
  title: string,
  description: string,
  body: ComponentChildren,
): Promise<Response> {
  const { pathname: path, origin } = new URL(request.url);
  const html = renderPage({ title: `${title} · By Source`, description, path, origin }, body);
  return answer(request, { body: html, type: HTML_TYPE });
}
