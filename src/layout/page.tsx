/** The frame of every page of our own: head, masthead, foot. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import manifest from '../../dist/manifest.json';
import { spoken, wordsOf } from '../projections/words/words.ts';
import { licence, linked, rich } from './rich.tsx';
import { Speaking } from './speaking.ts';

export interface PageHead {
  title: string;
  description: string;
  /** The path of the page; also its canonical address. */
  path: string;
  origin: string;
  lang?: string;
  /** The path of the social picture. */
  image?: string;
  /** Other forms of this page: `[type, path, title]`. */
  alternates?: readonly (readonly [string, string, string])[];
  /** Past states and filtered views are not for search engines. */
  unlisted?: boolean;
}

const NAVIGATION = [
  ['/', 'topics'],
  ['/most-commented', 'mostCommented'],
  ['/method', 'method'],
  ['/corrections', 'corrections'],
  ['/about', 'about'],
] as const;

const PRELOADED = ['source-sans-3-400', 'source-serif-4-700'];

/** A whole HTML document. */
export function renderPage(head: PageHead, body: ComponentChildren): string {
  return `<!doctype html>${renderToString(<Page head={head}>{body}</Page>)}`;
}

const Page = ({ head, children }: { head: PageHead; children?: ComponentChildren }) => {
  const lang = spoken(head.lang ?? '');
  const words = wordsOf(lang).frame;
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <Head head={head} />
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="masthead">
          <strong>
            <a href="/">{words.site}</a>
          </strong>
          {NAVIGATION.map(([path, label]) => (
            <a href={path} aria-current={head.path === path ? 'page' : undefined}>
              {words.navigation[label]}
            </a>
          ))}
        </header>
        <main id="main">
          <Speaking.Provider value={lang}>{children}</Speaking.Provider>
        </main>
        <footer class="colophon">
          <p>{rich(words.colophon, { licence, json: linked('/v1/topics') })}</p>
          <p>
            <a href="/subscriptions">{words.byMail}</a> · <a href="/readers/me">{words.account}</a>
          </p>
        </footer>
      </body>
    </html>
  );
};

const Head = ({ head }: { head: PageHead }) => {
  const address = head.origin + head.path;
  const words = wordsOf(head.lang ?? '').frame;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{head.title}</title>
      <meta name="description" content={head.description} />
      {head.unlisted ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={address} />}
      {PRELOADED.map((name) => (
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={`/fonts/${name}.woff2`}
        />
      ))}
      <link rel="stylesheet" href={`/site.css?${manifest['site.css'].hash}`} />
      <link rel="icon" href="data:," />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={words.site} />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:url" content={address} />
      {head.image && [
        <meta property="og:image" content={head.origin + head.image} />,
        <meta property="og:image:width" content="1200" />,
        <meta property="og:image:height" content="630" />,
        <meta property="og:image:alt" content={head.title} />,
        <meta name="twitter:card" content="summary_large_image" />,
      ]}
      {head.alternates?.map(([type, path, title]) => (
        <link rel="alternate" type={type} href={head.origin + path} title={title} />
      ))}
    </head>
  );
};

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb']);

/** The writing direction of a language. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
