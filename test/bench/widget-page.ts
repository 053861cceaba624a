// What the widget costs a reader's browser at a quarter of its speed: requests, script time, long tasks, layout shift.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { BenchRow } from '../../src/cli/bench.ts';
import { freePortPair } from '../../src/cli/ports.ts';
import { startProduct } from '../../src/cli/start.ts';
import { openBrowser } from '../browser/chromium.ts';
import { preactAlone } from './baselines/preact-alone.ts';

export const name = 'The widget on a page';

/** Rounds of every page in turn; the median of each counts. */
const ROUNDS = 9;
const THROTTLE = 4;
/** Milliseconds of added script time for one widget and for ten, and the longest task: see the README's embed promise. */
const TARGETS = { one: 25, ten: 40, task: 50 };

const TOPICS = [
  'north-korean-casualties-kursk',
  'hurricane-maria-deaths',
  'hong-kong-march-2019',
  'deepwater-horizon-flow',
];

interface Seen {
  script: number;
  /** Longest task that the browser calls long (50 ms and more), else 0. */
  task: number;
  shift: number;
  requests: number;
}

export async function run(): Promise<BenchRow[]> {
  const state = await mkdtemp(join(tmpdir(), 'by-source-bench-'));
  const product = await startProduct({ port: await freePortPair(), state, say: () => undefined });
  const browser = await openBrowser();
  const host = await serveHost(pagesOf(product.base), await preactAlone());
  try {
    const seen = new Map<string, Seen[]>(Object.keys(host.pages).map((page) => [page, []]));
    // The first round warms the product and the browser, and does not count.
    for (let round = 0; round <= ROUNDS; round++)
      for (const page of seen.keys()) {
        const visit = await visitPage(browser, host.origin, page);
        if (round > 0) seen.get(page)?.push(visit);
      }
    return rowsOf((page, what) => median((seen.get(page) ?? []).map((each) => each[what])));
  } finally {
    await browser.close();
    await host.stop();
    await product.stop();
    await rm(state, { recursive: true, force: true });
  }
}

function rowsOf(of: (page: string, what: keyof Seen) => number): BenchRow[] {
  const added = (page: string, still = `still-${page}`): number =>
    Math.max(0, of(page, 'script') - of(still, 'script'));
  const row = (what: string, ours: number, baseline: number, unit: string): BenchRow => ({
    what,
    ours,
    baseline,
    ratio: baseline === 0 ? Number.NaN : ours / baseline,
    unit,
  });
  const ms = `ms at 1/${THROTTLE} speed, over the same page without a script`;
  return [
    row('requests of ten widgets / of one', of('ten', 'requests'), of('one', 'requests'), 'requests'),
    row('script time of one widget / its target', added('one'), TARGETS.one, ms),
    row(
      'script time of one widget / Preact hydrating one element',
      added('one'),
      added('preact', 'empty'),
      ms,
    ),
    row('script time of ten widgets / its target', added('ten'), TARGETS.ten, ms),
    row('script time of ten widgets / of one', added('ten'), added('one'), ms),
    row('longest task with ten widgets / its limit', of('ten', 'task'), TARGETS.task, 'ms, 0 if under 50'),
    row(
      'layout shift of an element / of a bare script tag',
      of('one', 'shift'),
      of('bare', 'shift'),
      'score',
    ),
  ];
}

function pagesOf(base: string): Record<string, string> {
  const script = `<script async src="${base}/embed.js"></script>`;
  const element = (at: number): string =>
    `<by-source topic="${TOPICS[at % TOPICS.length]}" height="640"><table height="640"></table></by-source>`;
  return {
    // The same elements, scrolled through as the others are, with no script to draw them.
    'still-one': element(0),
    'still-ten': Array.from({ length: 10 }, (_, at) => element(at)).join(''),
    empty: '',
    preact: '<script async src="/preact.js"></script>',
    one: element(0) + script,
    ten: Array.from({ length: 10 }, (_, at) => element(at)).join('') + script,
    bare: `<script async src="${base}/embed.js" data-topic="${TOPICS[0]}"></script>`,
  };
}

/** A site of its own with a page of text for each, the baseline's script beside them. */
async function serveHost(pages: Record<string, string>, preact: Uint8Array) {
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    const isScript = name === 'preact.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript
        ? preact
        : `<!doctype html><html lang="en"><title>A page</title><body><p>Text.</p>${pages[name] ?? ''}<p>Text.</p>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    pages,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs before the page's own scripts: notes long tasks and shifts, and can tell when a widget is drawn. */
function keepAccount(): void {
  const kept = { task: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kept.task = Math.max(kept.task, entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      kept.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  let drawn = (): void => undefined;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    queueMicrotask(drawn);
    return attach.call(this, init);
  };
  const drawAll = async (): Promise<void> => {
    const isDrawn = customElements.get('by-source') !== undefined;
    for (const widget of document.querySelectorAll('by-source')) {
      const { promise, resolve } = Promise.withResolvers<void>();
      drawn = () => (widget.shadowRoot ? resolve() : undefined);
      // A task of its own after a frame: what the account itself does is no part of the widget's tasks.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      widget.scrollIntoView();
      if (isDrawn && !widget.shadowRoot) await promise;
    }
  };
  Object.assign(window, { kept, drawAll });
}

type Accounting = Window & { kept: { task: number; shift: number }; drawAll(): Promise<void> };

/** Loads the page and scrolls through it until every widget on it is drawn. */
async function visitPage(browser: Browser, origin: string, name: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let requests = 0;
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) requests++;
  });
  await page.addInitScript(keepAccount);
  // The thread's own time: what else runs on the machine does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.goto(`${origin}/${name}`);
  await page.evaluate(() => (window as unknown as Accounting).drawAll());
  const { metrics } = await devtools.send('Performance.getMetrics');
  const script = metrics.find((each) => each.name === 'ScriptDuration')?.value ?? 0;
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const kept = await page.evaluate(() => (window as unknown as Accounting).kept);
  await context.close();
  return { script: script * 1_000, ...kept, requests };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
