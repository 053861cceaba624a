/**
 * Types of the elements and events of embed.js, for TypeScript, React, Vue and Svelte.
 * Put this file beside your sources, or refer to it: `/// <reference types="./by-source" />`.
 */

/** Why a widget is not drawn; it stands in its `data-state` too. */
export type BySourceState = 'unknown-topic' | 'unknown-measure' | 'unreadable' | 'no-answer';

export interface BySourceDrawn {
  topic: string;
}
export interface BySourceFailed {
  topic: string;
  state: BySourceState;
}

/** Both bubble: listen at the element, or at the document for every widget. */
export interface BySourceEvents {
  'by-source:drawn': CustomEvent<BySourceDrawn>;
  'by-source:failed': CustomEvent<BySourceFailed>;
}

interface Shared {
  /** Pixels that are kept for it from the start. */
  height?: number | string | undefined;
  /** Seconds after which it is asked for again while it can be seen. */
  refresh?: number | string | undefined;
  /** Where it reads from (`https://figures.example`), for a script that is hosted or bundled elsewhere. */
  host?: string | undefined;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  lang?: string | undefined;
  dir?: 'auto' | 'ltr' | 'rtl' | undefined;
}
export interface BySourceAttributes extends Shared {
  topic: string;
  measure?: string | undefined;
  'known-at'?: string | undefined;
  scheme?: string | undefined;
  limit?: number | string | undefined;
}
export interface MostCommentedAttributes extends Shared {
  window?: '24h' | '7d' | '30d' | 'all' | undefined;
  limit?: number | string | undefined;
}

/** What any element takes, besides its own. */
interface Common {
  id?: string | undefined;
  class?: string | undefined;
  className?: string | undefined;
  hidden?: boolean | undefined;
  slot?: string | undefined;
  key?: string | number | null | undefined;
  children?: unknown;
}
interface BySourceElements {
  'by-source': BySourceAttributes & Common;
  'most-commented': MostCommentedAttributes & Common;
}
interface SvelteHandlers {
  'onby-source:drawn'?: (event: BySourceEvents['by-source:drawn']) => void;
  'onby-source:failed'?: (event: BySourceEvents['by-source:failed']) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'by-source': HTMLElement;
    'most-commented': HTMLElement;
  }
  interface HTMLElementEventMap extends BySourceEvents {}
  interface DocumentEventMap extends BySourceEvents {}
  interface WindowEventMap extends BySourceEvents {}
}

// Whichever of these a project has not installed is passed over.
// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends BySourceElements {}
  }
}
// @ts-ignore
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends BySourceElements {}
  }
}
// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
    BySource: new () => { $props: BySourceAttributes & Common };
    MostCommented: new () => { $props: MostCommentedAttributes & Common };
  }
}
// @ts-ignore
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'by-source': BySourceAttributes & Common & SvelteHandlers;
    'most-commented': MostCommentedAttributes & Common & SvelteHandlers;
  }
}
