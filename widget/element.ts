/** Defines <by-source> and <most-commented>, and places one where a script tag names a topic. */
import { type ComponentType, h, render } from 'preact';
import { type Asker, base, type Drawing, widgets, work } from './client.ts';
import { makeSheet } from './style.ts';
import { MostCommentedView } from './view/most-commented.tsx';
import { PanelView } from './view/panel.tsx';

/** Attributes that become parameters of the topic, and all of which a change is seen at once. */
const ASKED = ['measure', 'known-at', 'scheme', 'lang', 'limit'];
const SEEN = [...ASKED, 'topic', 'window', 'theme', 'height'];

/** Made once the elements are defined, for all of them: a second copy of the script makes none. */
let watch: IntersectionObserver;
let sheet: CSSStyleSheet;

/** A widget keeps the page's fallback until it has something better, then draws in its own shadow. */
class BySource extends HTMLElement implements Asker {
  static observedAttributes = SEEN;
  declare asked?: string;
  declare drawing?: Drawing | undefined;
  declare near?: boolean;
  /** Its height with the fallback, in pixels. */
  declare tall?: number;
  /** What stands, and where. */
  declare drawn?: Drawing;
  declare panel?: HTMLElement;

  get key(): string {
    return this.get('topic') + ASKED.map((name) => this.get(name) && `~${name}=${this.get(name)}`).join('');
  }

  get(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  connectedCallback(): void {
    widgets.add(this);
    watch.observe(this);
    this.place();
  }

  /** What stands is kept; on return it is asked for again. */
  disconnectedCallback(): void {
    widgets.delete(this);
    watch.unobserve(this);
    this.asked = '';
  }

  attributeChangedCallback(): void {
    if (widgets.has(this)) {
      if (this.asked !== this.key) this.asked = '';
      this.place();
      work();
    }
  }

  /** Keeps the room that was asked for before any data comes, so that nothing on the page moves. */
  place(): void {
    const { style } = this;
    const theme = this.get('theme').replace('auto', '');
    const height = Number.parseFloat(this.get('height'));
    // Whoever names a theme wants its ground and ink too; otherwise the host page's show through.
    style.colorScheme = theme;
    style.background = theme && 'Canvas';
    style.color = theme && 'CanvasText';
    if (height) {
      style.display = this.hidden ? '' : 'block';
      style.overflow = 'auto';
      style.minHeight = `${height}px`;
      if (this.panel) style.height = `${height}px`;
    }
  }

  /** Draws aside, then swaps: what cannot be drawn changes nothing. Quiet at first; a later change is announced. */
  draw(): void {
    const { drawing } = this;
    if (!drawing) return;
    this.drawing = undefined;
    if (this.drawn && JSON.stringify(drawing) === JSON.stringify(this.drawn)) return;
    const panel = document.createElement('article');
    try {
      const View = ('items' in drawing ? MostCommentedView : PanelView) as ComponentType<object>;
      render(h(View, { panel: drawing, base } as object), panel);
    } catch {
      return;
    }
    panel.lang = drawing.lang;
    if (this.panel) {
      this.panel.replaceWith(panel);
      (panel.nextSibling as Element).textContent = drawing.news;
    } else {
      // Never less than the fallback has.
      if (this.style.minHeight) this.style.height = `${this.tall}px`;
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(panel, document.createElement('output'));
    }
    this.panel = panel;
    this.drawn = drawing;
  }
}

class MostCommented extends BySource {
  override get key(): string {
    return `${this.get('window') || '7d'}:${this.get('limit') || 5}`;
  }
}

// A second copy of the script defines nothing.
if (!customElements.get('by-source')) {
  sheet = makeSheet();
  watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, boundingClientRect, target } of entries) {
        const widget = target as BySource;
        widget.near = isIntersecting;
        widget.tall = boundingClientRect.height;
      }
      work();
    },
    // Work starts this near the viewport.
    { rootMargin: '300px' },
  );
  customElements.define('by-source', BySource);
  customElements.define('most-commented', MostCommented);
  addEventListener('beforeprint', () => {
    for (const widget of widgets) widget.draw();
  });
}

// The plain script tag: <script async src=".../embed.js" data-topic="slug">. A module runs once for all its tags.
for (const tag of document.querySelectorAll<HTMLScriptElement>('script[data-topic]')) {
  if (tag.src.startsWith(base) && tag.nextElementSibling?.getAttribute('topic') !== tag.dataset.topic) {
    const element = document.createElement('by-source');
    for (const name of [...SEEN, 'dir']) {
      const value = tag.getAttribute(`data-${name}`);
      if (value) element.setAttribute(name, value);
    }
    tag.after(element);
  }
}
