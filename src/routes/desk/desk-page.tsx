/** The frame of the desk's pages: who is signed in, where to go, and nothing that another site may see or frame. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import manifest from '../../../dist/manifest.json';
import type { Editor } from '../../app/desk/editors.ts';
import type { Role } from '../../domain/role.ts';
import { type PrivateOptions, privatePage } from '../../http/private-page.ts';

export interface DeskHead {
  title: string;
  /** Which entry of the navigation is this. */
  path: string;
  /** Null before signing in. */
  at: Seat | null;
  /** Seconds after which the page asks for itself again. */
  refresh?: number | undefined;
}

/** An editor with the token that their forms carry. */
export interface Seat {
  editor: Editor;
  token: string;
  byForm: boolean;
}

const NAVIGATION: readonly (readonly [path: string, label: string, role: Role | null])[] = [
  ['/desk', 'Overview', null],
  ['/desk/comments', 'Comments', 'moderator'],
  ['/desk/appeals', 'Appeals', 'moderator'],
  ['/desk/topics', 'Doors', 'moderator'],
  ['/desk/digests', 'Digests', null],
  ['/desk/codebook', 'Codebook', 'editor'],
  ['/desk/sites', 'Other sites', null],
  ['/desk/suppressions', 'Suppressed', 'admin'],
  ['/desk/warnings', 'Warnings', null],
  ['/desk/log', 'Log', null],
];

export function deskPage(head: DeskHead, body: ComponentChildren, options: PrivateOptions = {}): Response {
  return privatePage(
    `<!doctype html>${renderToString(
      <html lang="en">
        <Head {...head} />
        <body class="desk">
          <a class="skip" href="#main">
            Skip to the content
          </a>
          <header>
            <strong>
              <a href="/desk">By Source desk</a>
            </strong>
            {head.at && <Navigation {...head.at} path={head.path} />}
          </header>
          <main id="main">{body}</main>
          <p role="status" id="said" class="skip" />
        </body>
      </html>,
    )}`,
    options,
  );
}

const Head = ({ title, refresh }: DeskHead) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    {refresh !== undefined && <meta http-equiv="refresh" content={String(refresh)} />}
    <title>{`${title} · By Source desk`}</title>
    <link rel="stylesheet" href={`/site.css?${manifest['site.css'].hash}`} />
    <link rel="stylesheet" href={`/desk.css?${manifest.desk.style}`} />
    <link rel="icon" href="data:," />
    <script src={`/desk.js?${manifest.desk.script}`} defer />
  </head>
);

const Navigation = ({ editor, token, byForm, path }: Seat & { path: string }) => (
  <>
    <nav aria-label="Desk">
      {NAVIGATION.filter(([, , role]) => role === null || editor.roles.includes(role)).map(([to, label]) => (
        <a href={to} aria-current={to === path ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
    <div class="who">
      <span>
        {editor.name} <small>{editor.roles.join(', ')}</small>
      </span>
      {byForm ? (
        <form method="post" action="/desk/logout">
          <input type="hidden" name="token" value={token} />
          <button type="submit">Sign out</button>
        </form>
      ) : (
        <a href="/cdn-cgi/access/logout">Sign out</a>
      )}
    </div>
  </>
);

/** A form of this sign-in: it names the page to come back to. */
export const DeskForm = ({
  at,
  to,
  back,
  kind,
  children,
}: {
  at: Seat;
  to: string;
  back: string;
  kind?: string;
  children: ComponentChildren;
}) => (
  <form method="post" action={to} class={kind ?? 'action'} data-swap>
    <input type="hidden" name="token" value={at.token} />
    <input type="hidden" name="back" value={back} />
    {children}
  </form>
);

/** Enter in a field presses a form's first button: this one is dead, so that nothing is decided by accident. */
export const NoActionByEnter = () => <button type="submit" disabled hidden />;
