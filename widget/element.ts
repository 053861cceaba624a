/** Defines <by-source> and <most-commented>: a widget keeps the page's fallback until it has something better to draw. */
import { changesOf } from './changes.ts';
import { type Asker, type Drawing, wake, widgets, work } from './client.ts';
import { fallbackOf } from './fallback.ts';
import { fitRows, isFitted, measureRows } from './fit.ts';
import { h } from './render.ts';
import { makeSheet } from './style.ts';
import { base, seekTags, watchTags } from './tags.ts';
import { MostCommentedView } from './view/most-commented.tsx';
import { PanelView } from './view/panel.tsx';

/** Attributes that become parameters of a topic, and those of which a change makes it another subject. */
const ASKED = ['measure', 'known-at', 'scheme', 'lang', 'limit'];
const MEANT = ['topic', 'window', 'host', 'measure', 'known-at', 'scheme'];

let sheet: CSSStyleSheet;
let watch: IntersectionObserver;
let sizes: ResizeObserver;

class BySource extends HTMLElement implements Asker {
  static observedAttributes = [...MEANT, 'lang', 'limit', 'height', 'refresh'];
  declare near?: boolean;
  declare wanting?: boolean;
  declare asked?: Set<string> | undefined;
  declare drawing?: Drawing | undefined;
  /** What stands, and where; the frame around it keeps the page's texts out. */
  declare drawn?: Drawing;
  declare panel?: HTMLElement | undefined;
  declare frame?: HTMLElement;
  /** The fallback that it took the place of: its height in pixels, and what stood above and below it. */
  declare tall?: number;
  declare margin?: string;

  get key(): string {
    const part = (name: string) => encodeURIComponent(this.get(name));
    return part('topic') + ASKED.map((name) => this.get(name) && `~${name}=${part(name)}`).join('');
  }

  get base(): string {
    return this.get('host').replace(/\/$/, '') || base;
  }

  get refresh(): number {
    return Number(this.get('refresh')) || 0;
  }

  get bare(): boolean {
    return !this.frame && !this.textContent?.trim();
  }

  get(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  /** What stood is kept while it is away, and asked for again on return. */
  connectedCallback(): void {
    widgets.add(this);
    this.wanting = true;
    watch.observe(this);
    this.dress();
    work();
  }

  disconnectedCallback(): void {
    widgets.delete(this);
    watch.unobserve(this);
    if (this.panel) sizes.unobserve(this.panel);
    this.asked = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!widgets.has(this) || before === now) return;
    // Never the former topic's figures under a new heading: those it drew, or those of a fallback that stayed the same.
    if (MEANT.includes(name) && (this.panel || (before && !this.innerHTML.includes(this.get('topic'))))) {
      this.open();
      if (this.frame) this.frame.style.minHeight = `${this.frame.offsetHeight}px`;
      this.panel?.remove();
      this.panel = undefined;
    }
    this.asked = undefined;
    this.wanting = true;
    this.place();
    work();
  }

  /** Its first drawing takes the place of the fallback, and keeps all the room that this had. */
  open(): void {
    if (this.frame) return;
    const { rest, own } = fallbackOf(this, this.get('topic') || this.localName);
    const frame = h('section', null, h('output', null)) as HTMLElement;
    if (rest) this.tall = 0;
    else frame.style.margin = this.margin ?? '';
    const root = this.attachShadow({ mode: 'open' });
    root.append(frame);
    if (rest) root.append(h('slot', { class: own ? 'o' : '' }) as Node);
    this.frame = frame;
    this.dress();
  }

  /** Looks at the fallback once, right after the browser laid the page out: later it would have to do so anew. */
  measure(): void {
    const first = this.firstElementChild;
    if (!first || this.frame || this.margin || !this.get('height')) return;
    const all = document.createRange();
    all.selectNodeContents(this);
    this.tall = all.getBoundingClientRect().height;
    const { marginTop } = getComputedStyle(first);
    const { marginBottom } = getComputedStyle(this.lastElementChild ?? first);
    this.margin = `${marginTop} 0 ${marginBottom}`;
  }

  /** A sheet belongs to one document: whoever was moved to another needs that document's own. */
  dress(): void {
    const { shadowRoot, ownerDocument, panel } = this;
    if (shadowRoot)
      shadowRoot.adoptedStyleSheets = [
        ownerDocument === document ? sheet : makeSheet(ownerDocument.defaultView ?? window),
      ];
    if (panel) sizes.observe(panel);
  }

  /** Keeps the room that was asked for, or more where the fallback took more, so that nothing on the page moves. */
  place(): void {
    const { frame, panel, tall = 0 } = this;
    const height = Number.parseFloat(this.get('height'));
    if (frame) frame.style.height = height ? `${Math.max(height, tall)}px` : '';
    if (!panel) return;
    panel.className = height ? 'k' : '';
    // Room that was kept between two topics.
    if (frame) frame.style.minHeight = '';
  }

  /** Draws aside, then swaps: what cannot be drawn changes nothing. Quiet at first; a later change is announced. */
  draw(): void {
    const { drawing, drawn } = this;
    if (!drawing) return;
    this.drawing = undefined;
    this.removeAttribute('data-state');
    if (this.panel && JSON.stringify(drawing) === JSON.stringify(drawn)) return;
    let panel: HTMLElement;
    try {
      const View = ('items' in drawing ? MostCommentedView : PanelView) as unknown as (props: object) => Node;
      panel = h('article', { lang: drawing.lang }, View({ panel: drawing, base: this.base })) as HTMLElement;
    } catch {
      this.fail('no-answer');
      return;
    }
    this.open();
    if (this.panel) {
      sizes.unobserve(this.panel);
      this.panel.remove();
    }
    this.frame?.prepend(panel);
    if (drawn) (panel.nextSibling as Element).textContent = changesOf(drawn, drawing);
    this.panel = panel;
    this.drawn = drawing;
    this.place();
    // Before it is painted: rows go from between others, and what then moved up would be seen to move.
    if (panel.className) fitRows(panel);
    sizes.observe(panel);
    this.tell('drawn', { topic: this.get('topic') });
  }

  /** The fallback stays, or what stands; the page can see why, and its author is told in a line. */
  fail(state: string, why?: string): void {
    if (this.get('data-state') === state) return;
    this.setAttribute('data-state', state);
    if (why) console.warn(`By Source: ${why}`);
    this.tell('failed', { topic: this.get('topic'), state });
  }

  tell(what: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`by-source:${what}`, { bubbles: true, composed: true, detail }));
  }
}

class MostCommentedElement extends BySource {
  override get key(): string {
    return `${this.get('window') || '7d'}:${this.get('limit') || 5}`;
  }
}

// A second copy of the script defines nothing.
if (!customElements.get('by-source')) {
  sheet = makeSheet(window);
  sizes = new ResizeObserver((entries) => {
    const moved = entries.map(({ target }) => target).filter((panel) => !isFitted(panel));
    for (const change of moved.map((panel) => measureRows(panel))) change();
  });
  watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const widget = target as BySource;
        widget.near = isIntersecting;
        widget.measure();
      }
      work();
    },
    // Work starts this near the viewport.
    { rootMargin: '300px' },
  );
  customElements.define('by-source', BySource);
  customElements.define('most-commented', MostCommentedElement);
  watchTags();
  addEventListener('DOMContentLoaded', work);
  addEventListener('online', wake);
  addEventListener('visibilitychange', work);
  addEventListener('beforeprint', () => {
    for (const widget of widgets as Set<BySource>) {
      widget.draw();
      if (widget.panel) fitRows(widget.panel, true);
    }
  });
}
seekTags();
