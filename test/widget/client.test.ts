// The widgets of a page ask once, for what is near, and draw what they asked for; a failure leaves the page as it was.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asker, Drawing } from '../../widget/client.ts';

let asked: string[];
let reply: () => Promise<unknown>;
let client: typeof import('../../widget/client.ts');

beforeEach(async () => {
  asked = [];
  reply = async () => ({ version: 1, topics: [], lists: [] });
  vi.useFakeTimers();
  vi.stubGlobal('document', {
    currentScript: { src: 'https://by-source.example/embed.js' },
    readyState: 'complete',
  });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(url);
    expect(init.credentials).toBe('omit');
    return reply().then((body) => ({ json: async () => body }));
  });
  vi.resetModules();
  client = await import('../../widget/client.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Widgets on the page, with what each has drawn. */
function place(...keys: string[]): (Asker & { drew: (string | undefined)[] })[] {
  return keys.map((key) => {
    const widget = {
      key,
      near: true,
      drew: [] as (string | undefined)[],
      draw() {
        this.drew.push((this as Asker).drawing?.of);
        (this as Asker).drawing = undefined;
      },
    };
    client.widgets.add(widget);
    return widget;
  });
}
const drawingOf = (of: string) => ({ of }) as Drawing;

test('one request for all, each topic once', async () => {
  const widgets = place('flood', 'storm', 'flood');
  reply = async () => ({ version: 1, topics: [drawingOf('flood'), drawingOf('storm')], lists: [] });
  client.work();
  await vi.runAllTimersAsync();
  expect(asked).toEqual(['https://by-source.example/v1/embed?topics=flood,storm']);
  expect(widgets.map(({ drew }) => drew)).toEqual([['flood'], ['storm'], ['flood']]);
});

test('nothing is asked for while no widget is near', async () => {
  for (const widget of place('flood')) widget.near = false;
  client.work();
  await vi.runAllTimersAsync();
  expect(asked).toEqual([]);
});

test('what is far is asked for with what is near, and drawn when it comes near', async () => {
  const [near, far] = place('flood', 'storm');
  if (far) far.near = false;
  reply = async () => ({ version: 1, topics: [drawingOf('flood'), drawingOf('storm')], lists: [] });
  client.work();
  await vi.runAllTimersAsync();
  expect([near?.drew, far?.drew]).toEqual([['flood'], []]);
  if (far) far.near = true;
  client.work();
  await vi.runAllTimersAsync();
  expect(far?.drew).toEqual(['storm']);
  expect(asked).toHaveLength(1);
});

test('a list is drawn like a topic', async () => {
  const [widget] = place('7d:5');
  reply = async () => ({ version: 1, topics: [], lists: [drawingOf('7d:5')] });
  client.work();
  await vi.runAllTimersAsync();
  expect(widget?.drew).toEqual(['7d:5']);
});

test('an answer of another version is left alone', async () => {
  const [widget] = place('flood');
  reply = async () => ({ version: 2, topics: [drawingOf('flood')], lists: [] });
  client.work();
  await vi.runAllTimersAsync();
  expect(widget?.drew).toEqual([]);
});

test('a failure is quiet, and not repeated', async () => {
  const [widget] = place('flood');
  reply = () => Promise.reject(new TypeError('network'));
  client.work();
  await vi.runAllTimersAsync();
  client.work();
  await vi.runAllTimersAsync();
  expect(widget?.drew).toEqual([]);
  expect(asked).toHaveLength(1);
});

test('what changed its mind meanwhile does not draw the old answer', async () => {
  const [widget] = place('flood');
  reply = async () => {
    if (widget) widget.asked = '';
    return { version: 1, topics: [drawingOf('flood')], lists: [] };
  };
  client.work();
  await vi.advanceTimersByTimeAsync(0);
  expect(widget?.drew).toEqual([]);
});

test('while the page is being parsed, the request waits for the rest of it', async () => {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('document', { currentScript: null, readyState: 'loading' });
  vi.stubGlobal('addEventListener', (_: string, then: () => void) => waiting.push(then));
  place('flood');
  client.work();
  await vi.runAllTimersAsync();
  expect(asked).toEqual([]);
  place('storm');
  for (const then of waiting) then();
  expect(asked).toEqual(['https://by-source.example/v1/embed?topics=flood,storm']);
});
