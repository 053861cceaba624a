/** In a frame: as many whole rows as it is tall, and how tall all would be, for the page around it, in three dialects. */
import { fitRows } from './fit.ts';

const parent = window.parent;
/** WordPress names its frame with a secret in the address. */
const secret = /[#&]\??secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1] ?? '';
/** pym names its frame in the query. */
const pymId = new URLSearchParams(location.search).get('childId') ?? '';
const panel = document.querySelector('main') as HTMLElement;

/** The height of all there is, whatever there is room for. */
function wholeHeight(): number {
  const { body } = document;
  document.body.style.height = panel.style.height = 'auto';
  panel.classList.remove('k');
  fitRows(panel, true);
  const height = Math.ceil(body.getBoundingClientRect().height);
  if (parent !== window) {
    document.body.style.height = panel.style.height = '';
    panel.classList.add('k');
    fitRows(panel);
  }
  return height;
}

function tell(): void {
  const height = wholeHeight();
  // WordPress clips to 200-1000 px; so do we, that a consumer which does not is safe as well.
  const clipped = Math.min(1000, Math.max(200, height));
  if (secret) parent.postMessage({ message: 'height', value: clipped, secret }, '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  if (pymId) parent.postMessage(`pymxPYMx${pymId}xPYMxheightxPYMx${height}`, '*');
}

// A page of its own shows everything.
if (parent === window) wholeHeight();
else {
  // At once, since a browser holds the drawing of a frame far below, and its observers, back.
  tell();
  new ResizeObserver(tell).observe(document.documentElement);
  // Only the page around this frame may ask; nothing it sends is used but the asking.
  addEventListener('message', (event) => {
    if (event.source === parent) tell();
  });
  // What opens from a sandbox is in it too, and there browsers refuse pages that stand alone among windows, as ours do:
  // it opens every row of this frame instead.
  if (self.origin === 'null' && !secret) {
    const whole = new URL(location.href);
    whole.searchParams.set('limit', '100');
    for (const link of document.links) link.href = whole.href;
  }
  // WordPress opens links itself, since its sandbox does not let the frame do so.
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (secret && link) parent.postMessage({ message: 'link', value: link.href, secret }, '*');
  });
}
