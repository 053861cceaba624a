/** The requests of a page's widgets: one for all when the first comes near, again when it failed or is to be kept fresh. */
import type { EmbedList, EmbedPanel } from '../src/projections/embed-view.ts';

export type Drawing = EmbedPanel | EmbedList;

/** A widget as its page's requests know it. */
export interface Asker {
  /** What it draws, as `/v1/embed` takes it: a topic or a list. */
  readonly key: string;
  /** Where it reads from. */
  readonly base: string;
  /** Seconds after which it is to be asked for again; 0 for never. */
  readonly refresh: number;
  /** It has nothing of its own that could be printed instead. */
  readonly bare: boolean;
  near?: boolean;
  wanting?: boolean;
  /** The request under way for it; none once that would bring what it no longer wants. */
  asked?: Set<string> | undefined;
  /** What has come for it and is yet to be drawn. */
  drawing?: Drawing | undefined;
  draw(): void;
  fail(state: string, why?: string): void;
}

/** The payload version this script reads; any other leaves the fallback. */
const VERSION = 1;
/** Later than this an answer would change the page under its reader (milliseconds). */
const PATIENCE = 20_000;
/** As many widgets as one request may name. */
const MOST = 50;
/** Seconds: nothing is asked for more often than this. */
const SOONEST = 5;

/** Every widget that stands in the page. */
export const widgets = new Set<Asker>();

let asking = false;
/** Some that keep themselves fresh are to be asked for again. */
let stale = false;
let clock: ReturnType<typeof setTimeout>;
/** Requests that failed in a row, and the instant before which none is made (milliseconds since the epoch). */
let failures = 0;
let notBefore = 0;

/** Draws what is near and has come, each in a task of its own; asks for all as soon as one near has nothing to draw. */
export function work(): void {
  // What the parser has yet to reach belongs in the same request.
  if (document.readyState === 'loading') return;
  for (const widget of widgets) {
    if (widget.near && widget.drawing) setTimeout(() => widget.draw());
    const due = widget.wanting ? widget.near || widget.bare : stale && widget.near && widget.refresh;
    if (due && !asking && !document.hidden && Date.now() >= notBefore) {
      asking = true;
      setTimeout(ask);
    }
  }
}

/** On line again: what waited need wait no longer. */
export function wake(): void {
  notBefore = 0;
  work();
}

/** A refresh names every widget, as the first request did: so it is one, and the browser can ask "changed since?". */
function ask(): void {
  const batches: [base: string, keys: Set<string>][] = [];
  for (const widget of widgets) {
    const { base, key, wanting, refresh } = widget;
    if (!wanting && !stale) continue;
    let batch = batches.find(([at, keys]) => at === base && (keys.size < MOST || keys.has(key)));
    if (!batch) {
      batch = [base, new Set()];
      batches.push(batch);
    }
    batch[1].add(key);
    if (wanting || refresh) [, widget.asked] = batch;
    widget.wanting = false;
  }
  for (const [base, keys] of batches) request(base, keys, stale ? 'no-cache' : 'default');
  asking = stale = false;
}

/** Gives each widget its own drawing or its own mistake. A failed request is made again, each time later. */
function request(base: string, keys: Set<string>, cache: RequestCache): void {
  const each = (tell: (widget: Asker) => void): void => {
    for (const widget of widgets)
      if (widget.asked === keys) {
        widget.asked = undefined;
        tell(widget);
      }
  };
  /** A page or nothing at all answered: no site of ours, whose troubles are another matter. */
  let strange = false;
  fetch(`${base}/v1/embed?topics=${[...keys].map(encodeURIComponent)}`, {
    cache,
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE),
  })
    .then((response) => {
      strange = response.status < 500 && !/json/.test(`${response.headers.get('content-type')}`);
      return response.json();
    })
    .then(({ version, topics, lists }) => {
      if (version !== VERSION) throw version;
      const drawings = new Map([...topics, ...lists].map((drawing) => [drawing.of, drawing]));
      each((widget) => {
        const drawing = drawings.get(widget.key);
        if (drawing && !drawing.error) widget.drawing = drawing;
        else widget.fail(drawing?.state ?? 'unknown-topic', drawing?.error ?? 'Name a topic.');
      });
      failures = 0;
      clearTimeout(clock);
      const soonest = Math.min(...[...widgets].map(({ refresh }) => refresh || 1e6));
      clock = setTimeout(() => {
        stale = true;
        work();
      }, Math.max(soonest, SOONEST) * 1_000);
      work();
    })
    .catch(() => {
      // Never all readers at once; in the end every four to nine minutes.
      const wait = 2 ** Math.min(++failures, 8) * (1 + Math.random()) * 1_000;
      notBefore = Date.now() + wait;
      setTimeout(wake, wait);
      each((widget) => {
        widget.wanting = true;
        widget.fail('no-answer', strange ? `${base} has no figures. "host" says where to read.` : '');
      });
    });
}
