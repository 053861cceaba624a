// A page of somebody else's, on another origin, that embeds the widget: what a visitor of another site gets.
import { createServer } from 'node:http';

export type ForeignPage = { url: string; stop: () => Promise<void> };

/** Serves the page on `port` of this machine; `base` is where the widget comes from. */
export async function serveForeignPage(port: number, base: string): Promise<ForeignPage> {
  const server = createServer((request, response) => {
    const found = request.url === '/' || request.url?.startsWith('/?') === true;
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? article(base) : 'There is only one page here: /');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Plain on purpose: a host page's own type and colours are what the widget has to live with. */
function article(base: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Why the counts differ - a demonstration page on another site</title>
<style>
  body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 42rem; font: 1.05rem/1.6 Georgia, serif; color: #222; background: #fffdf8; }
  header { margin-bottom: 2rem; padding: 1rem 0 .5rem; border-bottom: 3px double #222; font-size: .9rem; }
  h1 { line-height: 1.2; }
  aside { margin: 2rem 0; }
</style>
<header>A demonstration page on another site</header>
<main>
  <h1>Why the counts differ</h1>
  <p>This page plays the part of an article on somebody else's site. It comes from another address than the
    figures below, has its own type and colours, and knows nothing of them but one line of HTML.</p>
  <p>How many North Korean soldiers were killed or wounded in Russia's Kursk region is disputed. Those who have
    spoken about it did so at different times, counted different things, and had different reasons to speak.
    A single number in a sentence would hide that, so here is who says what, and since when:</p>
  <aside>
    <script async src="${base}/embed.js" data-topic="north-korean-casualties-kursk"></script>
  </aside>
  <p>The text goes on below the figures. Nothing here should have moved when they came.</p>
</main>
</html>
`;
}
