/** Where this script came from, and a widget for each plain script tag: <script async src=".../embed.js" data-topic="slug">. */

/** What the site that served these bytes wrote behind them: its own origin, or nothing into those that are pinned. */
declare const bySourceHost: string;

/** A module has no tag of its own, and neither has a tag in a shadow root: an error's stack names the script's file. */
const { currentScript } = document;
const origin =
  /https?:..[^/]+/.exec((currentScript as HTMLScriptElement | null)?.src || `${Error().stack}`)?.[0] ?? '';

/** Where is read from: a copy on another site still knows whose it is. */
export const base = bySourceHost || origin;

const NAMES = 'topic measure known-at scheme lang limit dir theme height refresh host'.split(' ');

const placed = new WeakSet<Element>();

/** The widget stands after its tag; where nothing can be seen, as in a head or a tag manager's box, it ends the article. */
function place(tag: HTMLScriptElement): void {
  const { src, dataset, nextElementSibling } = tag;
  if (
    placed.has(tag) ||
    !src.startsWith(origin) ||
    nextElementSibling?.getAttribute('topic') === dataset.topic
  )
    return;
  placed.add(tag);
  const widget = document.createElement('by-source');
  for (const name of NAMES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value) widget.setAttribute(name, value);
  }
  if (!tag.closest('head,[style*="visibility: hidden"]')) tag.after(widget);
  else {
    const end = (): void => (document.querySelector('main,article') ?? document.body).append(widget);
    if (document.body) end();
    else addEventListener('DOMContentLoaded', end);
  }
}

function placeAll(root: ParentNode): void {
  for (const tag of root.querySelectorAll<HTMLScriptElement>('script[data-topic]')) place(tag);
}

/** Every tag tells when it has loaded, also one whose module ran long ago on a page before this; all are placed at once. */
export function watchTags(): void {
  document.addEventListener(
    'load',
    ({ target }) => {
      if ((target as Element).matches('script[data-topic]')) placeAll(document);
    },
    true,
  );
}

/** No such word leaves a shadow root: tags in there are looked for. */
export function seekTags(root: ParentNode = document): void {
  if (currentScript) return;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    placeAll(shadowRoot);
    seekTags(shadowRoot);
  }
}
