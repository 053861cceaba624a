/** Defines <by-source> and <most-commented>, and places one where the script tag names a topic. */
import { type ComponentChild, h, render } from 'preact';
import { askList, askTopic } from './client.ts';
import { sharedSheet } from './style.ts';
import { MostCommentedView } from './view/most-commented.tsx';
import { PanelView } from './view/panel.tsx';

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL(script?.src || location.href).origin;

/** Attributes that the server reads, and those that only the element does. */
const ASKED = ['measure', 'known-at', 'scheme', 'lang', 'limit'];

/** Work starts this near the viewport. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) (target as Widget).update();
  },
  { rootMargin: '300px' },
);

/** A widget keeps the page's fallback until it has something better, then draws in its own shadow. */
abstract class Widget extends HTMLElement {
  static observedAttributes = [...ASKED, 'topic', 'window', 'theme', 'height'];
  /** Counts askings, so that only the newest is drawn; 0 until the widget was first near the viewport. */
  turn = 0;

  connectedCallback(): void {
    near.observe(this);
  }

  disconnectedCallback(): void {
    near.unobserve(this);
    this.turn = 0;
  }

  attributeChangedCallback(): void {
    if (this.turn) this.update();
  }

  async update(): Promise<void> {
    near.unobserve(this);
    const turn = ++this.turn;
    const drawing = await this.ask();
    if (!drawing || turn !== this.turn) return;
    const { style } = this;
    const height = this.get('height');
    style.height = height && `${Number.parseInt(height, 10)}px`;
    style.overflow = height && 'auto';
    style.colorScheme = this.get('theme').replace('auto', '');
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sharedSheet()];
    render(drawing, root);
  }

  get(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  /** What to draw, or null to leave what stands. */
  abstract ask(): Promise<ComponentChild>;
}

class BySource extends Widget {
  async ask(): Promise<ComponentChild> {
    const rest = ASKED.map((name) => {
      const value = this.get(name);
      return value && `&${name.replace('-', '_')}=${encodeURIComponent(value)}`;
    });
    const panel = await askTopic(base, this.get('topic'), rest.join(''));
    return panel && h(PanelView, { panel, base });
  }
}

class MostCommented extends Widget {
  async ask(): Promise<ComponentChild> {
    const list = await askList(base, `${this.get('window') || '7d'}:${this.get('limit') || 5}`);
    return list && h(MostCommentedView, { list, base });
  }
}

if (!customElements.get('by-source')) {
  customElements.define('by-source', BySource);
  customElements.define('most-commented', MostCommented);
}

// The plain script tag: <script async src=".../embed.js" data-topic="slug">
if (script?.dataset.topic) {
  const element = document.createElement('by-source');
  for (const { name, value } of script.attributes) {
    if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  }
  script.after(element);
}
