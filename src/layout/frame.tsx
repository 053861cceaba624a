/** A bare page for frames: one panel, links that leave the frame, nothing else. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import manifest from '../../dist/manifest.json';
import { directionOf } from './page.tsx';
import { Speaking } from './speaking.ts';

export interface FrameHead {
  title: string;
  lang: string;
  dir: string | null;
  theme: string | null;
  canonical: string;
  /** Tells the host how tall the page is; the page is whole without it. */
  script: string;
}

export function renderFrame(head: FrameHead, body: ComponentChildren): string {
  const dir = head.dir === 'rtl' || head.dir === 'ltr' ? head.dir : directionOf(head.lang);
  const theme = head.theme === 'light' || head.theme === 'dark' ? head.theme : undefined;
  return `<!doctype html>${renderToString(
    <html lang={head.lang} dir={dir} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{head.title}</title>
        <base target="_blank" />
        <link rel="canonical" href={head.canonical} />
        <link rel="stylesheet" href={`/site.css?${manifest['site.css'].hash}`} />
        <script src={head.script} defer />
      </head>
      <body class="frame">
        <main class="panel k" aria-label={head.title}>
          <Speaking.Provider value={head.lang}>{body}</Speaking.Provider>
        </main>
      </body>
    </html>,
  )}`;
}
