// The widgets of a page ask once, for what is near, and draw what they asked for; a failure is mended later, a mistake is one's own.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asker, Drawing } from '../../widget/client.ts';

const BASE = 'https://by-source.example';
let asked: string[];
let caches: RequestCache[];
let reply: () => Promise<unknown>;
let type: string;
let client: typeof import('../../widget/client.ts');
let page: { readyState: string; hidden: boolean };

beforeEach(async () => {
  asked = [];
  caches = [];
  type = 'application/json; charset=utf-8';
  reply = async () => ({ version: 1, topics: [], lists: [] });
  page = { readyState: 'complete', hidden: false };
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  vi.stubGlobal('document', page);
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(url);
    caches.push(init.cache ?? 'default');
    expect(init.credentials).toBe('omit');
    return reply().then((body) => ({
      headers: new Headers({ 'content-type': type }),
      status: 200,
      json: async () => body,
    }));
  });
  vi.resetModules();
  client = await import('../../widget/client.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

class Widget implements Asker {
  wanting = true;
  near = true;
  bare = false;
  refresh = 0;
  base = BASE;
  asked?: Set<string> | undefined;
  drawing?: Drawing | undefined;
  drew: (string | undefined)[] = [];
  failed: string[] = [];
  key: string;
  constructor(key: string) {
    this.key = key;
  }
  draw(): void {
    if (this.drawing) this.drew.push(this.drawing.of);
    this.drawing = undefined;
  }
  fail(state: string, why = ''): void {
    this.failed.push(`${state}: ${why}`);
  }
}

function place(...keys: string[]): Widget[] {
  return keys.map((key) => {
    const widget = new Widget(key);
    client.widgets.add(widget);
    return widget;
  });
}
const drawingOf = (of: string) => ({ of }) as Drawing;
const answering = (...keys: string[]) => {
  reply = async () => ({ version: 1, topics: keys.map(drawingOf), lists: [] });
};
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1_000);

test('one request for all, each topic once', async () => {
  const widgets = place('flood', 'storm', 'flood');
  answering('flood', 'storm');
  client.work();
  await seconds(1);
  expect(asked).toEqual([`${BASE}/v1/embed?topics=flood,storm`]);
  expect(widgets.map(({ drew }) => drew)).toEqual([['flood'], ['storm'], ['flood']]);
});

test('nothing is asked for while no widget is near, save for one that has nothing to print instead', async () => {
  const [widget] = place('flood') as [Widget];
  widget.near = false;
  client.work();
  await seconds(1);
  expect(asked).toEqual([]);
  widget.bare = true;
  answering('flood');
  client.work();
  await seconds(1);
  expect([asked.length, widget.drew.length, widget.drawing?.of]).toEqual([1, 0, 'flood']);
});

test('what is far is asked for with what is near, and drawn when it comes near', async () => {
  const [near, far] = place('flood', 'storm') as [Widget, Widget];
  far.near = false;
  answering('flood', 'storm');
  client.work();
  await seconds(1);
  expect([near.drew, far.drew]).toEqual([['flood'], []]);
  far.near = true;
  client.work();
  await seconds(1);
  expect(far.drew).toEqual(['storm']);
  expect(asked).toHaveLength(1);
});

test('one that comes later asks for itself alone', async () => {
  place('flood');
  answering('flood');
  client.work();
  await seconds(1);
  place('storm');
  client.work();
  await seconds(1);
  expect(asked[1]).toBe(`${BASE}/v1/embed?topics=storm`);
});

test('a list is drawn like a topic', async () => {
  const [widget] = place('7d:5') as [Widget];
  reply = async () => ({ version: 1, topics: [], lists: [drawingOf('7d:5')] });
  client.work();
  await seconds(1);
  expect(widget.drew).toEqual(['7d:5']);
});

test('fifty to a request, and a request for each host', async () => {
  const widgets = place(...Array.from({ length: 51 }, (_, at) => `t${at}`));
  (widgets[3] as Widget).base = 'https://other.example';
  client.work();
  await seconds(1);
  const sizes = asked.map((url) => [new URL(url).host, url.split(',').length]);
  expect(sizes).toEqual([
    ['by-source.example', 50],
    ['other.example', 1],
  ]);
  expect(widgets.map(({ failed }) => failed.length)).toEqual(Array(51).fill(1));
});

test('what an author wrote stays within the address of its own widget', async () => {
  place('a#b', 'c&d=e', 'f g');
  client.work();
  await seconds(1);
  expect(asked).toEqual([`${BASE}/v1/embed?topics=a%23b,c%26d%3De,f%20g`]);
});

test('a mistake is its own widget’s, with the sentence that says so; no answer at all is one too', async () => {
  const [right, wrong, unheard] = place('flood', 'fload', 'a,b') as [Widget, Widget, Widget];
  reply = async () => ({
    version: 1,
    topics: [
      drawingOf('flood'),
      { of: 'fload', state: 'unknown-topic', error: 'There is no topic "fload".' },
    ],
    lists: [],
  });
  client.work();
  await seconds(1);
  expect([right.drew, right.failed]).toEqual([['flood'], []]);
  expect(wrong.failed).toEqual(['unknown-topic: There is no topic "fload".']);
  expect(unheard.failed).toEqual(['unknown-topic: Name a topic.']);
  await seconds(600);
  expect(asked).toHaveLength(1);
});

test.each([
  ['an answer of another version', async () => ({ version: 2, topics: [drawingOf('flood')], lists: [] })],
  ['an answer that is none', async () => null],
  ['no network', () => Promise.reject(new TypeError('network'))],
])('%s leaves the page as it was, and is asked for again, each time later', async (_what, broken) => {
  const [widget] = place('flood') as [Widget];
  reply = broken;
  client.work();
  await seconds(1);
  expect([widget.drew, widget.failed, asked.length]).toEqual([[], ['no-answer: '], 1]);
  client.work();
  await seconds(0.9);
  expect(asked).toHaveLength(1);
  await seconds(4);
  expect(asked).toHaveLength(2);
  await seconds(3);
  expect(asked).toHaveLength(2);
  await seconds(6);
  expect(asked).toHaveLength(3);
  answering('flood');
  await seconds(20);
  expect([widget.drew, asked.length]).toEqual([['flood'], 4]);
});

test('on line again: at once', async () => {
  const [widget] = place('flood') as [Widget];
  reply = () => Promise.reject(new TypeError('network'));
  client.work();
  await seconds(0.1);
  answering('flood');
  client.wake();
  await seconds(0.1);
  expect(widget.drew).toEqual(['flood']);
});

test('what changed its mind meanwhile does not draw the old answer', async () => {
  const [widget] = place('flood') as [Widget];
  reply = async () => {
    widget.asked = undefined;
    return { version: 1, topics: [drawingOf('flood')], lists: [] };
  };
  client.work();
  await seconds(1);
  expect(widget.drew).toEqual([]);
});

test('while the page is being parsed, the request waits for the rest of it', async () => {
  page.readyState = 'loading';
  place('flood');
  client.work();
  await seconds(1);
  expect(asked).toEqual([]);
  place('storm');
  page.readyState = 'interactive';
  client.work();
  await seconds(1);
  expect(asked).toEqual([`${BASE}/v1/embed?topics=flood,storm`]);
});

test('one that keeps itself fresh is asked for again, with the words of the first request, while it can be seen', async () => {
  const [live, still] = place('flood', 'storm') as [Widget, Widget];
  live.refresh = 60;
  answering('flood', 'storm');
  client.work();
  await seconds(59);
  expect(asked).toHaveLength(1);
  await seconds(2);
  expect([asked[1], caches[1]]).toEqual([asked[0], 'no-cache']);
  expect([live.drew.length, still.drew.length]).toEqual([2, 1]);
  page.hidden = true;
  await seconds(300);
  expect(asked).toHaveLength(2);
  page.hidden = false;
  client.work();
  await seconds(1);
  expect(asked).toHaveLength(3);
  live.near = false;
  await seconds(300);
  expect(asked).toHaveLength(3);
});

test('nobody is asked more often than every five seconds', async () => {
  const [live] = place('flood') as [Widget];
  live.refresh = 0.01;
  answering('flood');
  client.work();
  await seconds(14);
  expect(asked.length).toBeLessThan(4);
});

test('a site that is none of ours is told from one of ours in trouble', async () => {
  const [widget] = place('a');
  reply = () => Promise.resolve(null);
  client.work();
  await vi.advanceTimersByTimeAsync(0);
  expect(widget?.failed).toEqual(['no-answer: ']);
  type = 'text/html';
  await vi.advanceTimersByTimeAsync(4_000);
  expect(widget?.failed.at(-1)).toBe(`no-answer: ${BASE} has no figures. "host" says where to read.`);
});
