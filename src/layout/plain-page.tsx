/** A page with one thing to say and perhaps one thing to do: after a form, behind a mailed link. */
import type { ComponentChildren } from 'preact';
import type { DeadLink } from '../projections/session.ts';
import { wordsOf } from '../projections/words/words.ts';
import { languageOf } from './language.ts';
import { renderPage } from './page.tsx';

/** A whole document; `title` is also its heading. */
export function plainPage(request: Request, title: string, body: ComponentChildren): string {
  const { pathname, origin } = new URL(request.url);
  const lang = languageOf(request);
  // The address may hold a signed link: it is told to nobody, not even in the page's own head.
  const path = pathname.split('/').slice(0, 2).join('/');
  return renderPage(
    { title: wordsOf(lang).frame.onSite(title), description: title, path, origin, unlisted: true, lang },
    <>
      <h1>{title}</h1>
      {body}
    </>,
  );
}

const STATUS: Readonly<Record<DeadLink, number>> = { forged: 404, expired: 410, used: 410 };

/** The page of a link that does nothing: why, and where to get another. */
export function deadLink(
  request: Request,
  why: DeadLink,
  again: { href: string; label: string },
): { html: string; status: number } {
  const { title, sentence } = wordsOf(languageOf(request)).frame.deadLink[why];
  const html = plainPage(
    request,
    title,
    <p>
      {sentence} <a href={again.href}>{again.label}</a>.
    </p>,
  );
  return { html, status: STATUS[why] };
}

/** The page for a form that no page of ours sent. */
export function strayForm(request: Request): string {
  const { title, sentence } = wordsOf(languageOf(request)).frame.strayForm;
  return plainPage(request, title, <p>{sentence}</p>);
}
