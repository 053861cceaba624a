/** A page with one thing to say and perhaps one thing to do: after a form, behind a mailed link. */
import type { ComponentChildren } from 'preact';
import type { DeadLink } from '../read/session.ts';
import { renderPage } from './page.tsx';

/** A whole document; `title` is also its heading. */
export function plainPage(request: Request, title: string, body: ComponentChildren): string {
  const { pathname, origin } = new URL(request.url);
  // The address may hold a signed link: it is told to nobody, not even in the page's own head.
  const path = pathname.split('/').slice(0, 2).join('/');
  return renderPage(
    { title: `${title} · By Source`, description: title, path, origin, unlisted: true },
    <>
      <h1>{title}</h1>
      {body}
    </>,
  );
}

const WHY: Record<DeadLink, { title: string; sentence: string; status: number }> = {
  forged: {
    title: 'This link is not whole',
    sentence: 'Part of it is missing or was changed on the way. Open it again from the mail.',
    status: 404,
  },
  expired: { title: 'This link has ended', sentence: 'Links in mails work for a time only.', status: 410 },
  used: { title: 'This link was used already', sentence: 'It works once.', status: 410 },
};

/** The page of a link that does nothing: why, and where to get another. */
export function deadLink(
  request: Request,
  why: DeadLink,
  again: { href: string; label: string },
): { html: string; status: number } {
  const { title, sentence, status } = WHY[why];
  const html = plainPage(
    request,
    title,
    <p>
      {sentence} <a href={again.href}>{again.label}</a>.
    </p>,
  );
  return { html, status };
}

/** The page for a form that no page of ours sent. */
export function strayForm(request: Request): string {
  return plainPage(
    request,
    'This form was not sent from our page',
    <p>Nothing was changed. Go back, load the page again, and send the form from there.</p>,
  );
}
