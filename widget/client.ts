/** One request for everything the widgets of a page draw, made when the first of them comes near the viewport. */
import type { EmbedList, EmbedPanel } from '../src/read/embed-view.ts';

export type Drawing = EmbedPanel | EmbedList;

/** A widget as its page's one request knows it. */
export interface Asker {
  /** What it wants now, as `/v1/embed` takes it: a topic or a list. */
  readonly key: string;
  /** The key it has asked by; empty once that is no longer what it wants. */
  asked?: string;
  /** What has come for that key and is yet to be drawn. */
  drawing?: Drawing | undefined;
  near?: boolean;
  draw(): void;
}

/** The payload version this script reads; any other leaves the fallback. */
const VERSION = 1;

/** Later than this an answer would change the page under its reader (milliseconds). */
const PATIENCE = 20_000;

/** Where this script came from: a module has no tag of its own, but an error's stack names its file. */
export const base =
  /https?:..[^/]+/.exec(
    (document.currentScript as HTMLScriptElement | null)?.src || `${Error().stack}`,
  )?.[0] ?? '';

/** Every widget that stands in the page. */
export const widgets = new Set<Asker>();

let asking = false;

/** Draws what is near and has come, each in a task of its own; asks for all as soon as one near has not asked. */
export function work(): void {
  for (const widget of widgets) {
    if (!widget.near) continue;
    if (widget.drawing) setTimeout(() => widget.draw());
    if (!widget.asked && !asking) {
      asking = true;
      // What the parser has yet to reach belongs in the same request.
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ask);
      else setTimeout(ask);
    }
  }
}

/** On any failure the fallback stays and the page's console stays clean. */
function ask(): void {
  asking = false;
  const keys = new Set<string>();
  for (const widget of widgets) {
    if (widget.asked) continue;
    widget.asked = widget.key;
    widget.drawing = undefined;
    keys.add(widget.key);
  }
  fetch(`${base}/v1/embed?topics=${[...keys]}`, {
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE),
  })
    .then((response) => response.json())
    .then((answer) => {
      if (answer.version !== VERSION) return;
      for (const drawing of [...answer.topics, ...answer.lists])
        for (const widget of widgets) if (widget.asked === drawing.of) widget.drawing = drawing;
      work();
    })
    .catch(() => null);
}
